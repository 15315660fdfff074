package dev.parley.compiler.machine;

import static dev.parley.compiler.machine.Machines.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.compiler.machine.Walk.Ending;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final List<StateMachine> ASKING = List.of(
            machine("A", "B!ask 1", "B?yes 2 | B?no 0", "accepting"),
            machine("B", "A?ask 1", "A!yes 2 | A!no 0", "accepting"));

    private static final List<StateMachine> STREAM = List.of(machine("A", "B!x 0"), machine("B", "A?x 0"));

    @Test
    void goesOnUntilAllIsOver() {
        Walk walk = Walk.random(ASKING, 1, 1_000, new Random(1));

        assertThat(walk.ending()).isEqualTo(Ending.OVER);
        assertThat(walk.events())
                .extracting(Event::toString)
                .startsWith("A: B!ask()", "B: A?ask()")
                .endsWith("B: A!yes()", "A: B?yes()");
        assertThat(Walk.random(ASKING, 1, walk.events().size(), new Random(1))).isEqualTo(walk);
    }

    @Test
    void isTheSameForTheSameSeedAndHasTheLengthAllowed() {
        Walk walk = Walk.random(STREAM, 3, 50, new Random(7));

        assertThat(walk.ending()).isEqualTo(Ending.CUT);
        assertThat(walk.events()).hasSize(50);
        assertThat(Walk.random(STREAM, 3, 50, new Random(7))).isEqualTo(walk);
        assertThat(Walk.random(STREAM, 3, 50, new Random(8))).isNotEqualTo(walk);
    }

    @Test
    void saysThatItIsStuck() {
        List<StateMachine> waiting = List.of(machine("A", "B?x 1", "accepting"), machine("B", "A?y 1", "accepting"));

        assertThat(Walk.random(waiting, 1, 10, new Random(1))).isEqualTo(new Walk(List.of(), Ending.STUCK));
    }

    @Test
    void aMessageTakenAtOnceIsOneStep() {
        List<Event> run = Walk.random(STREAM, 2, 3, new Random(0)).events();
        Event send = run.get(0);
        Event take = new Event(
                STREAM.get(1).role(),
                STREAM.get(1).initial().transitions().get(0).action());

        assertThat(Communication.of(List.of(send, take)))
                .extracting(Communication::toString)
                .containsExactly("A -> B : x()");
        assertThat(Communication.of(List.of(send, send, take, take)))
                .extracting(Communication::toString)
                .as("what is taken first was sent first")
                .containsExactly(
                        "A sends x() to B", "A sends x() to B", "B receives x() from A", "B receives x() from A");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> Walk.random(STREAM, 0, 1, new Random())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Walk.random(STREAM, 1, 0, new Random())).isInstanceOf(IllegalArgumentException.class);
    }
}
