package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.Player.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionRunnerTest {

    private final Session session = Session.open(Protocols.CALCULATOR, SessionOptions.defaults());

    private void run(RoleProgram<Player, Exception> client, RoleProgram<Player, Exception> server) throws Exception {
        new SessionRunner<Exception>(session)
                .role("Client", () -> new Player(session, "Client"), client)
                .role("Server", () -> new Player(session, "Server"), server)
                .run();
    }

    @Test
    void playsAProtocolToItsEnd() throws Exception {
        run(SessionRunnerTest::askAndLeave, SessionRunnerTest::serve);

        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void rethrowsTheFirstFailureAndFaultsTheSessionWithIt() {
        IOException failure = new IOException("no more");

        assertThatThrownBy(() -> run(SessionRunnerTest::askAndLeave, server -> {
                    server.receive();
                    throw failure;
                }))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
        assertThat(session.cause()).containsSame(failure);
    }

    @Test
    void keepsWhatOtherRolesFailWithBesides() {
        IOException first = new IOException("first");
        RuntimeException second = new UncheckedIOException(new IOException("second"));

        assertThatThrownBy(() -> run(
                        client -> {
                            throw first;
                        },
                        server -> {
                            assertThatExceptionOfType(SessionCancelledException.class)
                                    .isThrownBy(server::receive);
                            throw second;
                        }))
                .isSameAs(first)
                .hasSuppressedException(second);
    }

    @Test
    void rethrowsErrorsToo() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> run(SessionRunnerTest::askAndLeave, server -> {
                    throw new AssertionError("wrong");
                }))
                .withMessage("wrong");
    }

    @Test
    void failsIfAProgramStopsBeforeTheEnd() {
        assertThatIllegalStateException()
                .isThrownBy(() -> run(client -> client.send("add", 1, 2), SessionRunnerTest::serve))
                .withMessage(
                        "The program of Client returned in the state Add, where the role may receive sum(long value) from"
                                + " Server. Play the role to an end of the protocol, or cancel the session.");
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    @Test
    void cancelsTheSessionWhenItIsInterrupted() {
        assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(() -> {
            Thread caller = Thread.currentThread();
            run(
                    client -> {
                        caller.interrupt();
                        client.send("add", 1, 2);
                        client.receive();
                    },
                    server -> {
                        server.receive();
                        server.used(0);
                        while (session.status() == SessionStatus.ACTIVE) {
                            Thread.onSpinWait();
                        }
                    });
        });
        assertThat(Thread.interrupted())
                .as("the thread still knows of the interrupt")
                .isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CANCELLED);
    }

    private static void askAndLeave(Player client) {
        for (int i = 0; i < 1000; i++) {
            client.send("add", i, 42);
            assertThat(client.receive().values()).containsExactly(i + 42L);
        }
        client.send("bye");
    }

    private static void serve(Player server) {
        for (Received ask = server.receive(); ask.label().equals("add"); ask = server.receive()) {
            server.send(
                    "sum", ask.values().stream().mapToLong(value -> (int) value).sum());
        }
    }
}
