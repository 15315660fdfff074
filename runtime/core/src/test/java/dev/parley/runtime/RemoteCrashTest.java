package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.transport.StreamTransport;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A role that is played elsewhere crashes. */
@Timeout(60)
class RemoteCrashTest {

    /** Left and Right each wait for the remote role, or for each other; it tells one of them to go on. */
    private static final ProtocolSpec EITHER = ProtocolSpec.of(
            "parley\t1\tEither",
            "role\tRemote",
            "role\tLeft",
            "role\tRight",
            "edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tgo",
            "edge\t0\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tgo",
            "edge\t1\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tgone",
            "edge\t2\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tgone",
            "machine\t0",
            "state\tStart\tfalse",
            "send\t0\t1\t1",
            "send\t1\t1\t1",
            "state\tEnd\ttrue",
            "machine\t1",
            "state\tWait\tfalse",
            "receive\t0\t1\t1",
            "receive\t3\t1\t2",
            "state\tGo\tfalse",
            "send\t2\t1\t2",
            "state\tEnd\ttrue",
            "machine\t2",
            "state\tWait\tfalse",
            "receive\t1\t1\t1",
            "receive\t2\t1\t2",
            "state\tGo\tfalse",
            "send\t3\t1\t2",
            "state\tEnd\ttrue");

    /** What Left has sent to Right is for later: first Right hears from the remote role. */
    private static final ProtocolSpec EARLY = ProtocolSpec.of(
            "parley\t1\tEarly",
            "role\tRemote",
            "role\tLeft",
            "role\tRight",
            "edge\t0\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tgo",
            "edge\t1\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tgone",
            "message\tlater",
            "edge\t2\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tthanks",
            "machine\t0",
            "state\tStart\tfalse",
            "send\t0\t1\t1",
            "state\tEnd\ttrue",
            "machine\t1",
            "state\tStart\tfalse",
            "send\t1\t1\t2",
            "send\t1\t2\t1",
            "state\tBeforeThanks\tfalse",
            "receive\t2\t1\t2",
            "state\tEnd\ttrue",
            "machine\t2",
            "state\tWait\tfalse",
            "receive\t0\t1\t1",
            "receive\t1\t1\t3",
            "state\tBeforeLater\tfalse",
            "receive\t1\t2\t2",
            "state\tBeforeThanks\tfalse",
            "send\t2\t1\t3",
            "state\tEnd\ttrue");

    private final List<Closeable> open = new ArrayList<>();
    private final List<Socket> remote = new ArrayList<>();

    /** Returns the end here of a new connection; the other is added to those of the remote role. */
    private StreamTransport<String> connection() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket here = new Socket(server.getInetAddress(), server.getLocalPort());
            Socket there = server.accept();
            open.addAll(List.of(here, there));
            remote.add(there);
            return StreamTransport.over(here, new LineCodec());
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }

    private Session jobs() throws IOException {
        return Session.open(
                CrashTest.JOBS,
                SessionOptions.defaults()
                        .listener((session, from, to) -> {})
                        .remote("Worker", "Boss", connection())
                        .remote("Worker", "Spare", connection()));
    }

    private static CompletableFuture<Void> spare(Session session) {
        Player spare = new Player(session, "Spare");
        return Async.run(() -> {
            assertThat(spare.receive().label()).isEqualTo("lost");
            assertThat(spare.receive().label()).isEqualTo("retry");
            spare.send("done");
        });
    }

    private static void boss(Session session) {
        Player boss = new Player(session, "Boss");
        boss.send("job", 7);
        assertThat(boss.receive().label()).isEqualTo("lost");
        boss.send("retry", 7);
        assertThat(boss.receive().label()).isEqualTo("done");
    }

    @Test
    void isToldByTheEndOfItsStreams() throws Exception {
        Session session = jobs();
        CompletableFuture<Void> spare = spare(session);
        for (Socket each : remote) {
            each.shutdownOutput();
        }

        boss(session);

        spare.get(30, TimeUnit.SECONDS);
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void isToldToAllWhenOneHasLostIt() throws Exception {
        Session session = jobs();
        CompletableFuture<Void> spare = spare(session);
        Socket toBoss = remote.get(0);
        toBoss.getOutputStream().write("do".getBytes(StandardCharsets.UTF_8));
        toBoss.shutdownOutput();

        boss(session);

        spare.get(30, TimeUnit.SECONDS);
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void doesNotTakeBackWhatItHasSent() throws Exception {
        Session session = jobs();
        Player boss = new Player(session, "Boss");
        boss.send("job", 7);
        for (Socket each : remote) {
            each.getOutputStream().write("done\n".getBytes(StandardCharsets.UTF_8));
            each.close();
        }

        assertThat(boss.receive().label()).isEqualTo("done");
        assertThat(new Player(session, "Spare").receive().label()).isEqualTo("done");
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void endsTheSessionOfThoseWhoWaitForEachOther() throws Exception {
        Session session = Session.open(
                EITHER,
                SessionOptions.defaults()
                        .remote("Remote", "Left", connection())
                        .remote("Remote", "Right", connection()));
        Player left = new Player(session, "Left");
        Player right = new Player(session, "Right");
        CompletableFuture<Void> waiting = Async.run(
                () -> assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(left::receive));
        for (Socket each : remote) {
            each.shutdownOutput();
        }

        assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(right::receive);
        waiting.get(30, TimeUnit.SECONDS);
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
        assertThat(session.reason()).contains("waits in vain");
    }

    @Test
    void endsTheSessionOfThoseWhoHaveMailForLaterOnly() throws Exception {
        Session session = Session.open(EARLY, SessionOptions.defaults().remote("Remote", connection()));
        Player left = new Player(session, "Left").send("later");
        Player right = new Player(session, "Right");
        CompletableFuture<Void> waiting = Async.run(
                () -> assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(left::receive));
        remote.get(0).shutdownOutput();

        assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(right::receive);
        waiting.get(30, TimeUnit.SECONDS);
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    /** The worker's program dies, and its process lives: its runtime ends the streams. */
    @Test
    void isToldAcrossProcessesByTheGhost() throws Exception {
        Session here = jobs();
        StreamTransport<String> toBoss = StreamTransport.over(remote.get(0), new LineCodec());
        StreamTransport<String> toSpare = StreamTransport.over(remote.get(1), new LineCodec());
        Session there = Session.open(
                CrashTest.JOBS,
                SessionOptions.defaults()
                        .listener((session, from, to) -> {})
                        .remote("Boss", toBoss)
                        .remote("Spare", "Worker", toSpare));
        CompletableFuture<Void> spare = spare(here);
        new Player(there, "Worker");
        there.crash("Worker", new IOException("no more"));

        boss(here);

        spare.get(30, TimeUnit.SECONDS);
        assertThat(here.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(there.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(there.status()).isEqualTo(SessionStatus.CLOSED);
    }
}
