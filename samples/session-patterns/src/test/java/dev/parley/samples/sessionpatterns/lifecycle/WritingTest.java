package dev.parley.samples.sessionpatterns.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.SimulatedCrashException;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingTest {

    private final TextKeeper keeper = new TextKeeper();
    private final List<Integer> added = new ArrayList<>();

    private void write(SessionOptions options, String... lines) {
        Writing.run(options, keeper, author -> added.add(Writing.write(author, "text", List.of(lines))));
    }

    @Test
    void whatWasWrittenIsThereInTheNextSession() {
        write(SessionOptions.defaults(), "one", "two");
        write(SessionOptions.defaults(), "three");

        assertThat(keeper.text("text")).isEqualTo("one\ntwo\nthree");
        assertThat(added).containsExactly(2, 1);
        assertThat(keeper.isLocked("text")).isFalse();
    }

    @Test
    void onlyOneSessionIsActiveWithAText() {
        Writing.run(SessionOptions.defaults(), keeper, author -> {
            if (author.open("text").receive() instanceof LifecycleAuthor.Opened opened) {
                write(SessionOptions.defaults(), "not now");
                assertThat(opened.append("first").close().receive().lines()).isEqualTo(1);
            }
        });

        assertThat(added).containsExactly(-1);
        assertThat(keeper.text("text")).isEqualTo("first");
    }

    @Test
    void othersMayWriteWhileASessionIsSuspended() {
        Writing.run(SessionOptions.defaults(), keeper, author -> {
            if (author.open("text").receive() instanceof LifecycleAuthor.Opened opened) {
                LifecycleAuthor.Return rest = opened.append("first").suspend().receive();
                write(SessionOptions.defaults(), "second");
                if (rest.resume().receive() instanceof LifecycleAuthor.Opened again) {
                    assertThat(again.text()).isEqualTo("first\nsecond");
                    assertThat(again.undo().append("third").close().receive().lines())
                            .isEqualTo(1);
                }
            }
        });

        assertThat(keeper.text("text")).isEqualTo("first\nthird");
    }

    @Test
    void aSessionTakesBackItsOwnLinesOnly() {
        write(SessionOptions.defaults(), "one");
        Writing.run(SessionOptions.defaults(), keeper, author -> {
            if (author.open("text").receive() instanceof LifecycleAuthor.Opened opened) {
                assertThat(opened.append("two").undo().undo().close().receive().lines())
                        .isZero();
            }
        });

        assertThat(keeper.text("text")).isEqualTo("one");
    }

    @SimulationTest
    void isTheSameInEveryOrder(Simulation simulation) {
        write(simulation.delay(Duration.ofSeconds(1)).options(), "one", "two", "three");

        assertThat(keeper.text("text")).isEqualTo("one\ntwo\nthree");
    }

    /** The author crashes somewhere: what had arrived is kept, and the text is free for others. */
    @SimulationTest
    void aCrashLetsGoOfTheText(Simulation simulation) {
        simulation.crash("Author", simulation.random().nextInt(10));

        assertThatExceptionOfType(SimulatedCrashException.class)
                .isThrownBy(() -> write(simulation.options(), "one", "two", "three"));
        assertThat(keeper.isLocked("text")).isFalse();
        assertThat("one\ntwo\nthree").startsWith(keeper.text("text"));
    }
}
