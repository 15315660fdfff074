package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.Player.Received;
import org.junit.jupiter.api.Test;

class SessionTest {

    @Test
    void playsAProtocolToItsEnd() {
        Session session = Session.open(Protocols.CALCULATOR, SessionOptions.defaults());

        new SessionRunner<>(session)
                .role("Client", () -> new Player(session, "Client"), SessionTest::askAndLeave)
                .role("Server", () -> new Player(session, "Server"), SessionTest::serve)
                .run();

        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
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
            server.send("sum", sum(ask));
        }
    }

    private static long sum(Received add) {
        return add.values().stream().mapToInt(Integer.class::cast).sum();
    }
}
