package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Holds the guide to what is compiled and run here. */
class GuideTest {

    private static final Path GUIDE = Path.of("../../docs/guide-simulation.md");

    /** The test that the guide shows failing. */
    static class Impatient {
        @SimulationTest(seed = 4, runs = 1)
        void everyVoteCounts(Simulation simulation) throws Exception {
            simulation.delay(Duration.ofMillis(100));
            PollSession.run(
                    simulation.options(),
                    ann -> ann.annVotes(1).receive(),
                    bob -> bob.bobVotes(2).receive(),
                    chair -> chair.receive(Duration.ofMillis(50))
                            .receive(Duration.ofMillis(50))
                            .result(3));
        }
    }

    private static String block(String marker) throws IOException {
        Matcher block = Pattern.compile("<!-- " + Pattern.quote(marker) + " -->\\n+```\\w*\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(block.find()).as(marker).isTrue();
        return block.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Poll.java",
                "PollTest.java",
                "HandledPollTest.java",
                "EveryPollTest.java",
                "FirstLookTest.java",
                "PollCrashTest.java"
            })
    void showsWhatIsCompiledAndRunHere(String file) throws IOException {
        assertThat(block("same as: " + file))
                .isEqualTo(Files.readString(Path.of("src/test/java/dev/parley/testing", file)));
    }

    @Test
    void showsTheFailureAsItIsReported() throws IOException {
        Throwable failure = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Impatient.class))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .findFirst()
                .orElseThrow()
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();

        assertThat(block("failure")).isEqualTo(failure.getMessage());
    }
}
