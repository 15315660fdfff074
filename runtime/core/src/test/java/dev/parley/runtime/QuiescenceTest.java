package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.Player.Received;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Roles that may be finished or may get one more message. */
@Timeout(60)
class QuiescenceTest {

    /** Asker asks Left or nobody; Left, if asked, may ask Right, and Right may answer to Left; both may just as well be over. */
    private static final ProtocolSpec MUTUAL = ProtocolSpec.of(
            "parley\t1\tMutual",
            "role\tAsker",
            "role\tLeft",
            "role\tRight",
            "edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\task",
            "message\tleave",
            "edge\t1\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tpass",
            "edge\t2\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tdone",
            "machine\t0",
            "state\tAsking\tfalse",
            "send\t0\t1\t0",
            "send\t0\t2\t1",
            "state\tLeft\ttrue",
            "machine\t1",
            "state\tAsked\ttrue",
            "receive\t0\t1\t1",
            "receive\t0\t2\t3",
            "receive\t2\t1\t0",
            "state\tPassing\tfalse",
            "send\t1\t1\t0",
            "state\tUnused\ttrue",
            "state\tLeaving\ttrue",
            "receive\t2\t1\t3",
            "machine\t2",
            "state\tWaiting\ttrue",
            "receive\t1\t1\t1",
            "state\tAnswering\tfalse",
            "send\t2\t1\t0");

    private final Session session = Session.open(MUTUAL, SessionOptions.defaults());
    private final Player asker = new Player(session, "Asker");
    private final Player left = new Player(session, "Left");
    private final Player right = new Player(session, "Right");

    @Test
    void isNotOverWhileSomeoneMayStillSend() {
        assertThat(right.tryReceive()).isNull();
        assertThat(left.tryReceive()).isNull();
        assertThat(right.tryReceive()).isNull();

        asker.send("ask");
        assertThat(label(left.tryReceive())).isEqualTo("ask");
        assertThat(right.tryReceive()).as("Left is busy").isNull();
    }

    @Test
    void isOverForRolesThatWaitForEachOther() {
        asker.send("leave");
        assertThat(label(left.tryReceive())).isEqualTo("leave");
        assertThat(left.tryReceive()).as("Right has not said that it waits").isNull();

        assertThat(label(right.tryReceive())).isEqualTo("end");
        assertThat(label(left.tryReceive())).isEqualTo("end");
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void isNotOverWhileAMessageIsInFlight() {
        asker.send("ask");
        left.receive();
        left.send("pass");
        asker.send("leave");
        assertThat(label(left.tryReceive())).isEqualTo("leave");
        assertThat(left.tryReceive()).as("Right has not taken its message").isNull();

        assertThat(label(right.tryReceive())).isEqualTo("pass");
        assertThat(left.tryReceive()).as("Right is busy").isNull();
        right.send("done");
        assertThat(right.tryReceive()).as("Left has not taken its message").isNull();
        assertThat(label(left.tryReceive())).isEqualTo("done");
        assertThat(right.tryReceive())
                .as("Left has not said that it waits again")
                .isNull();
        assertThat(label(left.tryReceive())).isEqualTo("end");
        assertThat(label(right.tryReceive())).isEqualTo("end");
    }

    @Test
    void wakesRolesThatWaitForEachOther() {
        for (int round = 0; round < 100; round++) {
            Session one = Session.open(MUTUAL, SessionOptions.defaults());
            List<CompletableFuture<Void>> roles =
                    List.of(play(one, "Left", List.of("leave", "end")), play(one, "Right", List.of("end")));
            Player first = new Player(one, "Asker");
            first.send("leave");

            roles.forEach(CompletableFuture::join);
            assertThat(one.status()).isEqualTo(SessionStatus.CLOSED);
        }
    }

    private static CompletableFuture<Void> play(Session session, String role, List<String> labels) {
        Player player = new Player(session, role);
        return Async.run(() ->
                labels.forEach(label -> assertThat(player.receive().label()).isEqualTo(label)));
    }

    private static String label(@Nullable Received received) {
        return received == null ? "nothing" : received.label();
    }
}
