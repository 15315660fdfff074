package dev.parley.compiler.theory;

import static dev.parley.compiler.diagnostic.DiagnosticId.CHOICE_UNAWARE;
import static dev.parley.compiler.diagnostic.DiagnosticId.RECEIVE_RACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.Protocols;
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

    @Test
    void theCompilerIsRightAboutRandomProtocols() {
        Map<Verdict, Integer> verdicts = new TreeMap<>(Comparator.comparing(Verdict::toString));
        for (int i = 0; i < PROTOCOLS; i++) {
            int size = FEWEST_MESSAGES + i % (MOST_MESSAGES - FEWEST_MESSAGES + 1);
            verdicts.merge(decide(SEED + i, size), 1, Integer::sum);
        }
        System.out.println("Of the random protocols from seed " + SEED + ":");
        verdicts.forEach((verdict, count) -> System.out.println("  " + count + " " + verdict));

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

    private static Verdict decide(long seed, int size) {
        try {
            return Theory.assertHolds(RandomProtocols.protocol(seed, size));
        } catch (AssertionError | RuntimeException failure) {
            throw smallest(seed, size, failure);
        }
    }

    /** Looks for a smaller protocol of the same seed that fails, too. */
    private static AssertionError smallest(long seed, int size, Throwable failure) {
        for (int smaller = 1; smaller < size; smaller++) {
            try {
                Theory.assertHolds(RandomProtocols.protocol(seed, smaller));
            } catch (AssertionError | RuntimeException earlier) {
                return failed(seed, smaller, earlier);
            }
        }
        return failed(seed, size, failure);
    }

    private static AssertionError failed(long seed, int size, Throwable failure) {
        String protocol = Protocols.text(RandomProtocols.protocol(seed, size));
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
