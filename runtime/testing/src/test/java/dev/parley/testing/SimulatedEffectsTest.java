package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.runtime.effect.Denial;
import dev.parley.runtime.effect.EffectDeniedException;
import dev.parley.runtime.effect.Rights;
import dev.parley.runtime.journal.MemoryJournal;
import org.junit.jupiter.api.Test;

class SimulatedEffectsTest {

    private static final Rights RIGHTS =
            Rights.NONE.allow("Host", "session:create").budget("Host", "Guest", 1000);

    private final MemoryJournal facts = new MemoryJournal();

    /** Invites five times, or until it is denied, and returns how often the guest was invited. */
    private int meet(Simulation simulation) {
        int[] invited = {0};
        MeetingSession.<RuntimeException>run(
                simulation.options().rights(RIGHTS).facts(facts),
                guest -> {
                    MeetingGuest.Planning now = guest;
                    while (now.receive() instanceof MeetingGuest.Invite invite) {
                        invited[0]++;
                        now = invite;
                    }
                },
                host -> {
                    MeetingHost.Planning now = host;
                    try {
                        for (int i = 0; i < 5; i++) {
                            now = now.invite();
                        }
                    } catch (EffectDeniedException e) {
                        if (e.denial().kind() != Denial.Kind.BUDGET) {
                            throw e;
                        }
                    }
                    now.close();
                });
        return invited[0];
    }

    @Test
    void aBudgetRunsOutWhereItShall() {
        for (int action = 0; action <= 5; action++) {
            for (int seed = 0; seed < 10; seed++) {
                Simulation once = Simulation.seeded(seed).exhaust("Host", "Guest", action);
                Simulation again = Simulation.seeded(seed).exhaust("Host", "Guest", action);

                assertThat(meet(once)).as(once::log).isEqualTo(action);
                assertThat(meet(again)).isEqualTo(action);
                assertThat(once.log()).isEqualTo(again.log());
            }
        }
    }

    @Test
    void aJournalThatFailsEndsTheSession() {
        for (int fact = 0; fact < 5; fact++) {
            for (int seed = 0; seed < 10; seed++) {
                Simulation simulation = Simulation.seeded(seed).failFacts(fact);
                long before = facts.size();

                assertThatExceptionOfType(EffectDeniedException.class)
                        .isThrownBy(() -> meet(simulation))
                        .satisfies(e -> assertThat(e.denial().kind()).isEqualTo(Denial.Kind.JOURNAL));
                assertThat(facts.size() - before).isEqualTo(fact);
                assertThat(simulation.log().lines().filter(line -> line.contains("sends invite")))
                        .hasSize(fact);
            }
        }
        assertThat(meet(Simulation.seeded(0).failFacts(5))).isEqualTo(5);
    }

    @Test
    void whatCannotFailIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> meet(Simulation.seeded(0).exhaust("Hots", "Guest", 0)))
                .withMessageContaining("no role Hots");
        assertThatIllegalStateException()
                .isThrownBy(() -> PollSession.open(
                        Simulation.seeded(0).exhaust("Ann", "Chair", 0).options()))
                .withMessageContaining("No message of dev.parley.testing.Poll is guarded");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.seeded(0).exhaust("Host", "Guest", -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.seeded(0).failFacts(-1));
    }
}
