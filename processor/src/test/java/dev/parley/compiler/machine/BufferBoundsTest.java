package dev.parley.compiler.machine;

import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.global.Elaborator;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.protocol.RoleName;
import org.junit.jupiter.api.Test;

class BufferBoundsTest {

    @Test
    void countsMessagesThatNothingAcknowledges() {
        assertThat(bound(seq("P", msg("A", "B", "x"), msg("A", "B", "y"), msg("A", "B", "z")))
                        .max())
                .hasValue(3);
    }

    @Test
    void knowsThatAnAnswerMeansReceipt() {
        assertThat(bound(seq("P", msg("A", "B", "x"), msg("B", "A", "ok"), msg("A", "B", "y")))
                        .max())
                .hasValue(1);
    }

    @Test
    void followsNewsOfReceiptThroughOthers() {
        Block direct = seq("P", msg("A", "B", "x"), msg("B", "C", "got"), msg("C", "A", "told"), msg("A", "B", "y"));
        Block unrelated = seq("P", msg("A", "B", "x"), msg("C", "A", "told"), msg("B", "C", "got"), msg("A", "B", "y"));

        assertThat(bound(direct).max()).hasValue(1);
        assertThat(bound(unrelated).max()).hasValue(2);
    }

    @Test
    void showsTheLoopThatHasNoLimit() {
        BufferBounds.Bound bound =
                bound(seq("P", run(choice("Loop", "A", msg("A", "B", "value").then("Loop"), msg("A", "B", "done")))));

        assertThat(bound.max()).isEmpty();
        assertThat(bound.loop()).extracting(Interaction::toString).containsExactly("A -> B : value()");
    }

    @Test
    void boundsALoopThatWaitsForItself() {
        BufferBounds.Bound bound = bound(seq(
                "P",
                run(seq(
                        "Loop",
                        msg("A", "B", "one"),
                        msg("A", "B", "two"),
                        msg("B", "A", "ok").then("Loop")))));

        assertThat(bound.max()).hasValue(2);
        assertThat(bound.loop()).isEmpty();
    }

    private static BufferBounds.Bound bound(Block main) {
        GlobalAutomaton global = Elaborator.elaborate(protocol(main)).value().orElseThrow();
        return BufferBounds.of(global, new RoleName("A"), new RoleName("B"));
    }
}
