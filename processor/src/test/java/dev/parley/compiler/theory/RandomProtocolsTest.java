package dev.parley.compiler.theory;

import static dev.parley.compiler.diagnostic.DiagnosticId.CHOICE_UNAWARE;
import static dev.parley.compiler.diagnostic.DiagnosticId.PARALLEL_UNAWARE;
import static dev.parley.compiler.diagnostic.DiagnosticId.RECEIVE_RACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.Protocols;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.theory.Theory.Verdict;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomProtocolsTest {

    private static final long SEED = 20230717;
    private static final int PROTOCOLS = 1_000;
    private static final int FEWEST_MESSAGES = 3;
    private static final int MOST_MESSAGES = 20;

    private static final int WITH_BRANCHES = 200;
    private static final int MOST_MESSAGES_WITH_BRANCHES = 5;

    /** Makes a protocol of a seed, with about so many messages. */
    private interface Maker {
        ProtocolDeclaration protocol(long seed, int size);
    }

    @Test
    void theCompilerIsRightAboutRandomProtocols() {
        Map<Verdict, Integer> verdicts = decide(RandomProtocols::protocol, PROTOCOLS, MOST_MESSAGES);

        // The verdicts mean something only if there are enough of each kind.
        assertThat(verdicts.get(new Verdict(Set.of(), true)))
                .as("accepted by the classic projection, too")
                .isGreaterThan(PROTOCOLS / 5);
        assertThat(verdicts.get(new Verdict(Set.of(), false)))
                .as("accepted, though not by the classic projection")
                .isGreaterThan(PROTOCOLS / 20);
        assertThat(verdicts.get(new Verdict(Set.of(CHOICE_UNAWARE), false)))
                .as("rejected by send validity alone")
                .isGreaterThan(PROTOCOLS / 20);
        assertThat(verdicts.get(new Verdict(Set.of(RECEIVE_RACE), false)))
                .as("rejected by receive validity alone")
                .isGreaterThan(PROTOCOLS / 40);
    }

    @Test
    void theCompilerIsRightAboutRandomProtocolsWithBranches() {
        Map<Verdict, Integer> verdicts =
                decide(RandomProtocols::withBranches, WITH_BRANCHES, MOST_MESSAGES_WITH_BRANCHES);

        assertThat(count(verdicts, Set.of())).as("accepted").isGreaterThan(WITH_BRANCHES / 10);
        assertThat(count(verdicts, Set.of(PARALLEL_UNAWARE)))
                .as("rejected for a fork or join alone")
                .isGreaterThan(WITH_BRANCHES / 40);
    }

    private static int count(Map<Verdict, Integer> verdicts, Set<DiagnosticId> errors) {
        return verdicts.entrySet().stream()
                .filter(each -> each.getKey().errors().equals(errors))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Map<Verdict, Integer> decide(Maker maker, int protocols, int mostMessages) {
        Map<Verdict, Integer> verdicts = new TreeMap<>(Comparator.comparing(Verdict::toString));
        for (int i = 0; i < protocols; i++) {
            int size = FEWEST_MESSAGES + i % (mostMessages - FEWEST_MESSAGES + 1);
            verdicts.merge(decide(maker, SEED + i, size), 1, Integer::sum);
        }
        System.out.println("Of the random protocols from seed " + SEED + ":");
        verdicts.forEach((verdict, count) -> System.out.println("  " + count + " " + verdict));
        return verdicts;
    }

    private static Verdict decide(Maker maker, long seed, int size) {
        try {
            return Theory.assertHolds(maker.protocol(seed, size));
        } catch (AssertionError | RuntimeException failure) {
            throw smallest(maker, seed, size, failure);
        }
    }

    /** Looks for a smaller protocol of the same seed that fails, too. */
    private static AssertionError smallest(Maker maker, long seed, int size, Throwable failure) {
        for (int smaller = 1; smaller < size; smaller++) {
            try {
                Theory.assertHolds(maker.protocol(seed, smaller));
            } catch (AssertionError | RuntimeException earlier) {
                return failed(maker, seed, smaller, earlier);
            }
        }
        return failed(maker, seed, size, failure);
    }

    private static AssertionError failed(Maker maker, long seed, int size, Throwable failure) {
        String protocol = Protocols.text(maker.protocol(seed, size));
        return new AssertionError("seed " + seed + ", size " + size + ":\n" + protocol + failure.getMessage(), failure);
    }

    @Test
    void aSeedAlwaysGivesTheSameProtocol() {
        assertThat(IntStream.range(0, 50).mapToObj(seed -> RandomProtocols.protocol(seed, 8)))
                .containsExactlyElementsOf(IntStream.range(0, 50)
                        .mapToObj(seed -> RandomProtocols.protocol(seed, 8))
                        .toList());
    }
}
