package dev.parley.runtime.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.runtime.Async;
import dev.parley.runtime.journal.MemoryJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final Flow FLOW = new Flow("Director", "Worker");
    private static final Capability CREATE = new Capability("session:create");
    private static final Guard GUARD = new Guard(Optional.of(CREATE), 40, Optional.of("created"));
    private static final GuardedMessage MESSAGE = to(GUARD, "Worker");

    private final MemoryJournal journal = new MemoryJournal();
    private final Effects effects = new Effects(
            "s1", new Rights(Map.of("Director", Set.of(CREATE)), Map.of(FLOW, FlowBudget.of(100))), journal);

    private static GuardedMessage to(Guard guard, String... receivers) {
        return new GuardedMessage("create", "Director", List.of(receivers), guard);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        journal.read(0, (number, entry) -> facts.add(Fact.decode(entry)));
        return facts;
    }

    private void assertDenied(GuardedMessage message, Denial.Kind kind, String... parts) {
        Rights before = effects.rights();
        List<Fact> recorded = facts();
        assertThatExceptionOfType(EffectDeniedException.class)
                .isThrownBy(() -> effects.commit(message))
                .withMessageStartingWith(
                        "create() from Director to " + String.join(", ", message.to()) + " was not sent: ")
                .withMessageContainingAll(parts)
                .satisfies(denied -> assertThat(denied.denial().kind()).isEqualTo(kind));
        assertThat(effects.rights()).isEqualTo(before);
        assertThat(facts()).isEqualTo(recorded);
    }

    @Test
    void whatIsAllowedIsChargedAndRecorded() {
        List<Receipt> first = effects.commit(MESSAGE);
        List<Receipt> second = effects.commit(MESSAGE);

        assertThat(effects.rights().budgets()).containsEntry(FLOW, new FlowBudget(100, 80, 0));
        assertThat(facts()).containsExactly(new Fact("created", first), new Fact("created", second));
        ReceiptChain checking = new ReceiptChain("s1", FLOW);
        assertThat(checking.accept(first.get(0))).isEmpty();
        assertThat(checking.accept(second.get(0))).isEmpty();
    }

    @Test
    void aSenderWithoutTheCapabilityIsDenied() {
        Guard other = new Guard(Optional.of(new Capability("session:end")), 1, Optional.of("ended"));

        assertDenied(
                to(other, "Worker"),
                Denial.Kind.CAPABILITY,
                "Director lacks the capability session:end",
                "Allow Director session:end in the session's rights");
    }

    @Test
    void aSenderWithoutABudgetIsDenied() {
        assertDenied(to(GUARD, "Other"), Denial.Kind.BUDGET, "no flow budget from Director to Other");
    }

    @Test
    void aSenderWhoseBudgetIsSpentIsDenied() {
        effects.commit(MESSAGE);
        effects.commit(MESSAGE);

        assertDenied(MESSAGE, Denial.Kind.BUDGET, "costs 40", "20 left");
    }

    @Test
    void aZeroBudgetDenies() {
        effects.merge(FLOW, FlowBudget.of(0));

        assertDenied(MESSAGE, Denial.Kind.BUDGET, "0 left");
    }

    @Test
    void aMulticastIsPaidForEveryReceiver() {
        Flow other = new Flow("Director", "Other");
        effects.merge(other, FlowBudget.of(40));
        List<Receipt> receipts = effects.commit(to(GUARD, "Worker", "Other"));

        assertThat(receipts).extracting(Receipt::flow).containsExactly(FLOW, other);
        assertThat(effects.rights().budgets())
                .containsEntry(FLOW, new FlowBudget(100, 40, 0))
                .containsEntry(other, new FlowBudget(40, 40, 0));
        assertThat(facts()).containsExactly(new Fact("created", receipts));
    }

    @Test
    void aMulticastThatOneReceiverCannotBePaidForIsNotPaidForAny() {
        effects.merge(new Flow("Director", "Other"), FlowBudget.of(39));

        assertDenied(to(GUARD, "Worker", "Other"), Denial.Kind.BUDGET, "Director to Other", "39 left");
    }

    @Test
    void whatCannotBeRecordedIsNotChargedEither() {
        effects.commit(MESSAGE);
        journal.close();

        assertDenied(MESSAGE, Denial.Kind.JOURNAL, "the fact created could not be recorded");
    }

    @Test
    void whatCostsNothingNeedsNoBudget() {
        Guard free = new Guard(Optional.of(CREATE), 0, Optional.empty());

        assertThat(effects.commit(to(free, "Other")).get(0).cost()).isZero();
        assertThat(facts()).isEmpty();
    }

    @Test
    void aNewEpochAllowsAgain() {
        effects.commit(MESSAGE);
        effects.commit(MESSAGE);
        effects.begin(FLOW, 1);

        assertThat(effects.commit(MESSAGE).get(0).epoch()).isEqualTo(1);
        assertThat(effects.rights().budgets()).containsEntry(FLOW, new FlowBudget(100, 40, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> effects.begin(FLOW, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> effects.begin(new Flow("a", "b"), 1))
                .withMessageContaining("no flow budget from a to b");
    }

    @Test
    void aGuardIsJudgedOverASnapshotWithoutEffect() {
        Rights then = effects.rights();

        assertThat(then.judge(MESSAGE)).isEmpty();
        assertThat(effects.rights()).isEqualTo(then);
        assertThat(facts()).isEmpty();
    }

    @Test
    void manyThreadsNeverSpendMoreThanThereIs() {
        effects.merge(FLOW, FlowBudget.of(100));
        Guard one = new Guard(Optional.empty(), 1, Optional.of("one"));
        AtomicInteger denied = new AtomicInteger();
        List<CompletableFuture<Void>> spending = IntStream.range(0, 4)
                .mapToObj(i -> Async.run(() -> {
                    for (int j = 0; j < 50; j++) {
                        try {
                            effects.commit(to(one, "Worker"));
                        } catch (EffectDeniedException e) {
                            denied.incrementAndGet();
                        }
                    }
                }))
                .toList();
        spending.forEach(CompletableFuture::join);

        assertThat(denied).hasValue(100);
        assertThat(effects.rights().budgets()).containsEntry(FLOW, new FlowBudget(100, 100, 0));
        ReceiptChain checking = new ReceiptChain("s1", FLOW);
        assertThat(facts())
                .hasSize(100)
                .allSatisfy(fact ->
                        assertThat(checking.accept(fact.receipts().get(0))).isEmpty());
    }

    @Test
    void aCapabilityNeedsANamespace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Capability("create"))
                .withMessageContaining("session:create");
        assertThatIllegalArgumentException().isThrownBy(() -> new Capability(":create"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Capability("a:b:c"));
    }
}
