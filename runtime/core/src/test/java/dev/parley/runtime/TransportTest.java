package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.Player.Received;
import dev.parley.runtime.transport.StreamTransport;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TransportTest {

    private Socket here;
    private Socket there;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            here = new Socket(server.getInetAddress(), server.getLocalPort());
            there = server.accept();
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        here.close();
        there.close();
    }

    @Test
    void playsAProtocolBetweenTwoSessions() throws Exception {
        Session clients = open("Server", here);
        Session servers = open("Client", there);
        Player server = new Player(servers, "Server");
        Thread serving = new Thread(() -> {
            for (Received ask = server.receive(); ask.label().equals("add"); ask = server.receive()) {
                server.send(
                        "sum",
                        ask.values().stream().mapToLong(value -> (int) value).sum());
            }
        });
        serving.start();

        Player client = new Player(clients, "Client");
        for (int i = -100; i < 100; i++) {
            client.send("add", i, Integer.MAX_VALUE);
            assertThat(client.receive().values()).containsExactly(i + (long) Integer.MAX_VALUE);
        }
        client.send("bye");
        serving.join();

        assertThat(clients.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(servers.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(clients.edges().get(0).sent()).isEqualTo(201);
        assertThat(servers.edges().get(0).sent()).isEqualTo(201);
    }

    @Test
    void decodesAFrameAsWhatTheStateExpectsWhenItIsReceived() throws Exception {
        Session session = open("Server", here);
        Player client = new Player(session, "Client");
        client.send("add", 1, 2);
        assertThat(reader().readLine()).isEqualTo("add 1 2");
        say("* 3\n");

        Received received = client.receive();

        assertThat(received.label()).isEqualTo("sum");
        assertThat(received.values()).containsExactly(3L);
    }

    @Test
    void faultsTheSessionOfAFrameThatTheStateDoesNotExpect() throws Exception {
        Session session = open("Server", here);
        Player client = new Player(session, "Client");
        client.send("add", 1, 2);
        say("product 2\n");

        assertThatThrownBy(client::receive)
                .isInstanceOf(SessionCancelledException.class)
                .hasRootCauseInstanceOf(IOException.class)
                .hasRootCauseMessage("'product 2' is none of [sum(long value)]");
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    @Test
    void faultsTheSessionOfAMistakeOfTheCodec() throws Exception {
        Session session = open("Server", here);
        Player client = new Player(session, "Client");
        client.send("add", 1, 2);
        say("sum three\n");

        assertThatThrownBy(client::receive).hasRootCauseInstanceOf(NumberFormatException.class);
        assertThat(session.cause()).containsInstanceOf(NumberFormatException.class);
    }

    @Test
    void faultsTheSessionWhenTheConnectionEndsBeforeTheProtocol() throws Exception {
        Session session = open("Server", here);
        Player client = new Player(session, "Client");
        client.send("add", 1, 2);
        there.shutdownOutput();

        assertThatThrownBy(client::receive)
                .isInstanceOf(SessionCancelledException.class)
                .hasRootCauseInstanceOf(EOFException.class)
                .hasRootCauseMessage(
                        "The connection Server -> Client has ended, and Client is in Add, where it may receive"
                                + " sum(long value) from Server");
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    @Test
    void faultsTheSessionWhenTheConnectionEndsWithinAFrame() throws Exception {
        Session session = open("Server", here);
        say("su");
        there.shutdownOutput();

        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.cause()).containsInstanceOf(EOFException.class);
    }

    @Test
    void faultsTheSessionWhenAMessageCannotBeWritten() throws Exception {
        Session session = open("Server", here);
        Player client = new Player(session, "Client");
        here.shutdownOutput();

        assertThatThrownBy(() -> client.send("add", 1, 2))
                .isInstanceOf(SessionCancelledException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    @Test
    void closesTheEdgeBehindItsLastMessageAndTheConnectionWithTheSession() throws Exception {
        Session session = open("Server", here);
        new Player(session, "Client").send("bye");

        assertThat(reader().lines()).containsExactly("bye");
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(here.isClosed()).isTrue();
    }

    @Test
    void letsTheConnectionGoWhenTheSessionIsCancelled() throws Exception {
        Session session = open("Server", here);
        session.cancel("enough");

        assertThat(here.isClosed()).isTrue();
    }

    @Test
    void doesNotLetARemoteRoleBeEntered() throws Exception {
        Session session = open("Server", here);

        assertThatThrownBy(() -> new Player(session, "Server"))
                .isInstanceOf(RoleTakenException.class)
                .hasMessageContaining("played elsewhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.localState("Server"))
                .withMessageContaining("not known here");
    }

    @Test
    void refusesAnEdgeWithSeveralTransports() throws Exception {
        SessionOptions options = options("Server", here).remote("Server", "Client", transport(there));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(Protocols.CALCULATOR, options))
                .withMessageContaining("The edge Client -> Server has 2 transports; it needs exactly one.");
    }

    @Test
    void refusesAnEdgeWithoutATransport() throws Exception {
        SessionOptions options = SessionOptions.defaults().remote("Server", "Server", transport(here));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(Protocols.CALCULATOR, options))
                .withMessageContaining("The edge Client -> Server has no transports; it needs exactly one.");
    }

    @Test
    void refusesASessionInWhichNobodyPlaysHere() throws Exception {
        SessionOptions options = options("Server", here).remote("Client", transport(there));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(Protocols.CALCULATOR, options))
                .withMessageContaining("Leave at least one role local.");
    }

    @Test
    void refusesATransportThatCannotEncodeAMessage() throws Exception {
        ProtocolSpec protocol =
                Protocols.oneWay("FIFO\tBLOCK\t4\t4\tfalse\t1\t1", "message\tput\tvalue:java.util.List:ref:0");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(protocol, options("Receiver", here)))
                .withMessageContaining("cannot carry Sender -> Receiver")
                .withMessageContaining("does not support put(List value)");
        assertThat(SessionTable.shared().sessions()).noneMatch(session -> session.protocol() == protocol);
    }

    @Test
    void refusesOneConnectionForSeveralRoles() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(Protocols.TWO_SENDERS, options("Receiver", here)))
                .withMessageContaining("a pair of streams connects two roles, and here are several: Left, Right");
    }

    private static Session open(String remote, Socket socket) throws IOException {
        return Session.open(Protocols.CALCULATOR, options(remote, socket));
    }

    private static SessionOptions options(String remote, Socket socket) throws IOException {
        return SessionOptions.defaults().remote(remote, transport(socket));
    }

    private static StreamTransport<String> transport(Socket socket) throws IOException {
        return StreamTransport.over(socket, new LineCodec());
    }

    private BufferedReader reader() throws IOException {
        return new BufferedReader(new InputStreamReader(there.getInputStream(), StandardCharsets.UTF_8));
    }

    private void say(String text) throws IOException {
        there.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
