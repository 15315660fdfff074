package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.Player.Received;
import dev.parley.runtime.transport.BasicCodec;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A role is handed to another JVM, which plays it to its end, or is killed. */
@Timeout(120)
class SeatProcessTest {

    private SeatExchange home;

    @BeforeEach
    void open() throws IOException {
        home = SeatExchange.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BasicCodec::new);
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    @Test
    void playsToTheEnd() throws Exception {
        Session session = Session.open(Protocols.CALCULATOR, SessionOptions.defaults());
        Player server = new Player(session, "Server");
        CompletableFuture<Void> serving = Async.run(() -> serve(server));
        Player client = new Player(session, "Client");
        client.send("add", 1, 2);
        try (Party party = new Party("Client", home.encode(client.toSeat()), 100)) { // while the sum is on its way
            assertThat(party.read()).isEqualTo("seated");
            assertThat(party.read()).isEqualTo("3");
            for (int i = 0; i < 100; i++) {
                assertThat(party.read()).isEqualTo(Integer.toString(2 * i));
            }
            assertThat(party.read()).isEqualTo("CLOSED");
        }
        serving.get(30, TimeUnit.SECONDS);
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void isKilledAndMissed() throws Exception {
        Session session = Session.open(Protocols.CALCULATOR, SessionOptions.defaults());
        Player server = new Player(session, "Server");
        CompletableFuture<Void> serving = Async.run(() -> serve(server));
        Player client = new Player(session, "Client");
        client.send("add", 1, 2);
        try (Party party = new Party("Client", home.encode(client.toSeat()), Integer.MAX_VALUE)) {
            for (int i = 0; i < 20; i++) {
                party.read();
            }
            party.kill();
            assertThatThrownBy(() -> serving.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SessionCancelledException.class)
                    .hasRootCauseInstanceOf(IOException.class);
        }
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    @Test
    void isKilledAndReplaced() throws Exception {
        Session session = Session.open(CrashTest.JOBS, SessionOptions.defaults().listener((changed, from, to) -> {}));
        Player boss = new Player(session, "Boss");
        boss.send("job", 7);
        try (Party party = new Party("Worker", home.encode(new Player(session, "Worker").toSeat()), 0)) {
            assertThat(party.read()).isEqualTo("7");
            party.kill();
            assertThat(boss.receive().label()).isEqualTo("lost");
        }
        Player spare = new Player(session, "Spare");
        assertThat(spare.receive().label()).isEqualTo("lost");
        boss.send("retry", 7);
        spare.receive();
        spare.send("done");
        boss.receive();
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void learnsThatItsHomeIsGone() throws Exception {
        Session session = Session.open(Protocols.CALCULATOR, SessionOptions.defaults());
        Player client = new Player(session, "Client");
        client.send("add", 1, 2);
        try (Party party = new Party("Client", home.encode(client.toSeat()), 1)) {
            assertThat(party.read()).isEqualTo("seated");
            home.close();
            assertThat(party.read()).startsWith("SessionCancelledException");
        }
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    private static void serve(Player server) {
        for (Received ask = server.receive(); ask.label().equals("add"); ask = server.receive()) {
            server.send(
                    "sum", (long) (int) ask.values().get(0) + (int) ask.values().get(1));
        }
    }

    /** Another JVM, which says line by line what it receives. */
    private static final class Party implements AutoCloseable {

        private final Process process;
        private final BufferedReader lines;

        Party(String role, String seat, int additions) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            String.join(File.pathSeparator, "target/classes", "target/test-classes"),
                            SeatProcess.class.getName(),
                            role,
                            Integer.toString(additions))
                    .redirectErrorStream(true)
                    .start();
            lines = process.inputReader(StandardCharsets.UTF_8);
            try (BufferedWriter secrets = process.outputWriter(StandardCharsets.UTF_8)) {
                secrets.write(seat);
            }
        }

        String read() throws IOException {
            return lines.readLine();
        }

        void kill() {
            process.toHandle().destroyForcibly();
            process.onExit().join();
        }

        @Override
        public void close() {
            kill();
        }
    }
}
