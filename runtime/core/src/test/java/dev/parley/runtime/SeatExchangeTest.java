package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.Player.Received;
import dev.parley.runtime.SeatRefusedException.Reason;
import dev.parley.runtime.effect.Rights;
import dev.parley.runtime.journal.MemoryJournal;
import dev.parley.runtime.transport.BasicCodec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Roles that are handed from one exchange to another. Each stands for a process. */
@Timeout(60)
class SeatExchangeTest {

    private static final String CLIENTS_SEAT =
            "dev.parley.runtime.Seat.At<math.Calculator.Client, math.Calculator.Ask>";
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final List<SeatExchange> open = new ArrayList<>();
    private SeatExchange home;
    private SeatExchange away;

    @BeforeEach
    void open() throws IOException {
        home = exchange(SeatExchange.VALIDITY);
        away = exchange(SeatExchange.VALIDITY);
    }

    private SeatExchange exchange(Duration validity) throws IOException {
        SeatExchange exchange = SeatExchange.open(HERE, BasicCodec::new, validity);
        open.add(exchange);
        return exchange;
    }

    @AfterEach
    void close() throws IOException {
        for (SeatExchange each : open) {
            each.close();
        }
    }

    private static Session calculator() {
        return Session.open(Protocols.CALCULATOR, SessionOptions.defaults());
    }

    private Player client(String seat) throws IOException {
        return client(away, seat);
    }

    private static Player client(SeatExchange from, String seat) throws IOException {
        return Player.sit((Vacancy) from.decode(seat, CLIENTS_SEAT), Protocols.CALCULATOR, "Client", 0);
    }

    private static CompletableFuture<Void> serve(Player server) {
        return Async.run(() -> {
            for (Received ask = server.receive(); ask.label().equals("add"); ask = server.receive()) {
                server.send(
                        "sum",
                        ask.values().stream().mapToLong(value -> (int) value).sum());
            }
        });
    }

    private static void await(CompletableFuture<Void> role) throws Exception {
        role.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whoeverSitsDownElsewhereGoesOnWhereTheOtherLeftOff() throws Exception {
        Session session = calculator();
        CompletableFuture<Void> server = serve(new Player(session, "Server"));
        Player here = new Player(session, "Client");
        here.send("add", 1, 2);
        here.receive();

        Player there = client(home.encode(here.toSeat()));
        for (int i = 0; i < 100; i++) {
            there.send("add", i, 40);
            assertThat(there.receive().values()).containsExactly(i + 40L);
        }
        there.send("bye");

        await(server);
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void whatWasNotYetReceivedIsForwarded() throws Exception {
        Session session = calculator();
        Player here = new Player(session, "Client");
        here.send("add", 1, 2);
        Player server = new Player(session, "Server");
        server.receive();
        server.send("sum", 3L);
        String seat = home.encode(here.toSeat());

        Player there = Player.sit(
                (Vacancy) away.decode(seat, CLIENTS_SEAT.replace("Ask", "Add")), Protocols.CALCULATOR, "Client", 1);

        assertThat(there.receive().values()).containsExactly(3L);
        assertThat(session.localState("Client").name()).isEqualTo("Ask");
    }

    @Test
    void theSeatIsSpent() {
        Seat.At<Object, Object> seat = new Player(calculator(), "Client").toSeat();
        home.encode(seat);

        assertThatThrownBy(() -> home.encode(seat)).isInstanceOf(StateUsedException.class);
        assertThatThrownBy(() -> seat.take(Protocols.CALCULATOR, 0, 0)).isInstanceOf(StateUsedException.class);
    }

    @Test
    void itIsSatDownOnOnce() throws Exception {
        String seat = home.encode(new Player(calculator(), "Client").toSeat());
        client(seat).send("add", 1, 2);

        assertThatThrownBy(() -> client(seat))
                .isInstanceOfSatisfying(
                        SeatRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.USED))
                .hasMessageMatching(
                        "Nobody can sit down on the seat of Client in session Calculator-\\d+ at 127.0.0.1:\\d+: "
                                + "somebody has before, or its time is over\\. Hand the role over once, to one party\\.");
    }

    @Test
    void itIsRefusedToWhoHasGuessed() throws Exception {
        String seat = home.encode(new Player(calculator(), "Client").toSeat());
        SeatToken token = SeatToken.parse(seat);

        String guessed = seat.replace(token.secret(), token.secret().substring(1) + "x");
        assertThatThrownBy(() -> client(guessed))
                .isInstanceOfSatisfying(
                        SeatRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ALTERED));
        assertThatThrownBy(() -> client(seat.replace("/Calculator-", "/Other-")))
                .isInstanceOfSatisfying(
                        SeatRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ALTERED));
        client(seat).send("bye"); // is still there for who knows it
    }

    @Test
    void itIsOfOneRoleOfOneVersionOfOneProtocolAtOnePlace() throws Exception {
        String seat = home.encode(new Player(calculator(), "Client").toSeat());

        assertRefused(
                seat,
                Protocols.TWO_SENDERS,
                "Left",
                0,
                Reason.PROTOCOL,
                "is one of math.Calculator, and cannot be used for Left of TwoSenders.");
        assertRefused(
                seat,
                Protocols.CALCULATOR,
                "Server",
                0,
                Reason.PROTOCOL,
                "cannot be used for Server of math.Calculator.");
        assertRefused(seat, Protocols.CALCULATOR, "Client", 1, Reason.PLACE, "goes on in Ask, and not in Add.");
        String older = seat.replace(Protocols.CALCULATOR.version(), "0123456789abcdef");
        assertRefused(
                older,
                Protocols.CALCULATOR,
                "Client",
                0,
                Reason.VERSION,
                "Run the same version of it in both processes.");
        assertThatThrownBy(() -> away.decode(seat, "dev.parley.runtime.Seat<math.Calculator.Server>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "is one of math.Calculator.Client, and one of type dev.parley.runtime.Seat<math.Calculator.Server> is expected");
    }

    private void assertRefused(String seat, ProtocolSpec protocol, String role, int state, Reason reason, String words)
            throws IOException {
        Vacancy decoded = (Vacancy) away.decode(seat, CLIENTS_SEAT);
        assertThatThrownBy(() -> Player.sit(decoded, protocol, role, state))
                .isInstanceOfSatisfying(
                        SeatRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(words);
    }

    @Test
    void itIsGoneWithItsProcess() throws Exception {
        Session session = calculator();
        String seat = home.encode(new Player(session, "Client").toSeat());
        home.close();

        assertThatThrownBy(() -> client(seat))
                .isInstanceOfSatisfying(
                        SeatRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessageContaining("the process that it came from cannot be reached");
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.reason()).contains("The exchange was closed at which others could ask for this seat");
    }

    @Test
    void anotherTextIsNoSeat() {
        for (String text : new String[] {
            "",
            "parley-seat://127.0.0.1:80",
            "http://127.0.0.1:80/1/2/s/p/v/r/0/s",
            "parley-seat://127.0.0.1/1/2/s/p/v/r/0/s",
            "parley-seat://127.0.0.1:80/1/x/s/p/v/r/0/s",
            "parley-seat://127.0.0.1:80/1/2/s/%/v/r/0/s",
            "x".repeat(20_000)
        }) {
            assertThatThrownBy(() -> away.decode(text, CLIENTS_SEAT)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> away.decode("parley-seat://127.0.0.1:80/2/2/s/p/v/r/0/s", CLIENTS_SEAT))
                .hasMessage("this is the text of a seat in form 2, and only form 1 can be read here");
    }

    @Test
    void nobodySitsDownInASessionThatWasCancelled() throws Exception {
        Session session = calculator();
        String seat = home.encode(new Player(session, "Client").toSeat());
        session.cancel("enough");

        assertThatThrownBy(() -> client(seat))
                .isInstanceOf(SessionCancelledException.class)
                .hasMessageContaining("was cancelled: enough");
    }

    @Test
    void nobodyWaitsForWhoDoesNotSitDown() throws Exception {
        Session session = calculator();
        CompletableFuture<Void> server = serve(new Player(session, "Server"));
        exchange(Duration.ofMillis(20)).encode(new Player(session, "Client").toSeat());

        assertThatThrownBy(() -> await(server))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .rootCause()
                .hasMessageContaining("Nobody has sat down on the seat of Client");
    }

    @Test
    void aCancelledSessionIsCancelledElsewhere() throws Exception {
        Session session = calculator();
        Player there = client(home.encode(new Player(session, "Client").toSeat()));
        there.send("add", 1, 2);
        CompletableFuture<Void> waiting = Async.run(there::receive);
        session.cancel("enough");

        assertThatThrownBy(() -> await(waiting))
                .hasRootCauseInstanceOf(SessionCancelledException.class)
                .rootCause()
                .hasMessageContaining("was cancelled: enough");
    }

    @Test
    void aFailureIsToldElsewhere() throws Exception {
        Session session = calculator();
        Player there = client(home.encode(new Player(session, "Client").toSeat()));
        there.send("add", 1, 2);
        CompletableFuture<Void> waiting = Async.run(there::receive);
        session.fault(new IllegalStateException("broken"));

        assertThatThrownBy(() -> await(waiting)).rootCause().hasMessageContaining("broken");
    }

    @RepeatedTest(20)
    void aClosingSessionIsClosedElsewhereBehindWhatWasSent() throws Exception {
        Session session = calculator();
        Player there = client(home.encode(new Player(session, "Client").toSeat()));
        there.send("add", 1, 2);
        Player server = new Player(session, "Server");
        server.receive();
        server.send("sum", 3L);
        session.close();

        assertThat(there.receive().values()).containsExactly(3L);
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> {
            while (true) { // it takes a while until that is known
                there.send("add", 1, 2);
                there.receive();
            }
        });
    }

    @Test
    void whoIsInterruptedElsewhereCancelsTheSession() throws Exception {
        Session session = calculator();
        Player there = client(home.encode(new Player(session, "Client").toSeat()));
        Player server = new Player(session, "Server");
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CompletableFuture<Void> waiting = Async.run(() -> {
            thread.complete(Thread.currentThread());
            there.send("add", 1, 2);
            there.receive();
        });
        server.receive();
        thread.get().interrupt();

        assertThatThrownBy(() -> await(waiting)).hasRootCauseInstanceOf(SessionCancelledException.class);
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(session.reason()).isEqualTo("the thread of a role was interrupted while it waited");
    }

    @Test
    void theOthersLearnWhenItsProcessIsGone() throws Exception {
        Session session = calculator();
        CompletableFuture<Void> server = serve(new Player(session, "Server"));
        Player there = client(home.encode(new Player(session, "Client").toSeat()));
        there.send("add", 1, 2);
        there.receive();
        away.close();

        assertThatThrownBy(() -> await(server)).hasRootCauseInstanceOf(IOException.class);
        assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(() -> {
            while (true) {
                there.send("add", 1, 2);
                there.receive();
            }
        });
    }

    @Test
    void theOthersGoOnWithoutWhereTheProtocolSaysHow() throws Exception {
        List<String> crashed = new CopyOnWriteArrayList<>();
        Session session = Session.open(CrashTest.JOBS, SessionOptions.defaults().listener(new SessionListener() {
            @Override
            public void statusChanged(Session changed, SessionStatus from, SessionStatus to) {}

            @Override
            public void roleCrashed(Session survivor, String role, Throwable cause) {
                crashed.add(role);
            }
        }));
        String seat = home.encode(new Player(session, "Worker").toSeat());
        Player worker = Player.sit(
                (Vacancy) away.decode(seat, "dev.parley.runtime.Seat<Jobs.Worker>"), CrashTest.JOBS, "Worker", 0);
        Player boss = new Player(session, "Boss");
        boss.send("job", 7);
        worker.receive();
        away.close();

        assertThat(boss.receive().label()).isEqualTo("lost");
        Player spare = new Player(session, "Spare");
        assertThat(spare.receive().label()).isEqualTo("lost");
        boss.send("retry", 7);
        assertThat(spare.receive().values()).containsExactly(7);
        spare.send("done");
        boss.receive();
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue(); // who has played on for the worker ends, too
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(crashed).containsExactly("Worker");
    }

    @Test
    void whoSitsElsewhereLearnsOfCrashes() throws Exception {
        Session session = Session.open(CrashTest.JOBS, SessionOptions.defaults().listener((changed, from, to) -> {}));
        String seat = home.encode(new Player(session, "Spare").toSeat());
        Player spare = Player.sit(
                (Vacancy) away.decode(seat, "dev.parley.runtime.Seat<Jobs.Spare>"), CrashTest.JOBS, "Spare", 0);
        Player boss = new Player(session, "Boss");
        boss.send("job", 7);
        session.crash("Worker", new IOException("no more"));

        assertThat(spare.receive().label()).isEqualTo("lost");
        boss.receive();
        boss.send("retry", 8);
        assertThat(spare.receive().values()).containsExactly(8);
        spare.send("done");
        boss.receive();
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void aRoleThatWasHandedOverIsHandedOnByRelay() throws Exception {
        Session session = calculator();
        CompletableFuture<Void> server = serve(new Player(session, "Server"));
        Player there = client(home.encode(new Player(session, "Client").toSeat()));
        there.send("add", 1, 2);
        there.receive();

        Player third = client(exchange(SeatExchange.VALIDITY), away.encode(there.toSeat()));
        third.send("add", 20, 22);
        assertThat(third.receive().values()).containsExactly(42L);
        third.send("bye");

        await(server);
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void aSeatOnWhichNobodyHasSatDownIsPassedOn() throws Exception {
        Session session = calculator();
        CompletableFuture<Void> server = serve(new Player(session, "Server"));
        String seat = home.encode(new Player(session, "Client").toSeat());
        String passedOn = away.encode(away.decode(seat, CLIENTS_SEAT));
        away.close();

        client(exchange(SeatExchange.VALIDITY), passedOn).send("bye");

        assertThat(passedOn).isEqualTo(seat);
        await(server);
    }

    @Test
    void aRelayRefusesWhatTheProtocolDoesNotAllow() throws Exception {
        Session session = calculator();
        SeatToken seat = SeatToken.parse(home.encode(new Player(session, "Client").toSeat()));
        try (RelayStream<?> stream = SeatHandshake.ask(new Socket(), seat, new BasicCodec())) {
            stream.message(1, Protocols.CALCULATOR.edges().get(1).message(1), List.of(3L));
            assertThat(stream.read()).isInstanceOf(RelayStream.Item.Farewell.class);
        }

        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.reason())
                .contains(
                        "A message came from the party in the other process on edge 1, and Client is in Ask, where it "
                                + "may send add(int x, int y) to Server or bye() to Server");
    }

    @Test
    void bothRolesArePlayedElsewhere() throws Exception {
        Session session = calculator();
        String server = home.encode(new Player(session, "Server").toSeat());
        Vacancy decoded = (Vacancy)
                exchange(SeatExchange.VALIDITY).decode(server, "dev.parley.runtime.Seat<math.Calculator.Server>");
        CompletableFuture<Void> serving = serve(Player.sit(decoded, Protocols.CALCULATOR, "Server", 0));
        Player client = client(home.encode(new Player(session, "Client").toSeat()));
        for (int i = 0; i < 100; i++) {
            client.send("add", i, -i);
            assertThat(client.receive().values()).containsExactly(0L);
        }
        client.send("bye");

        await(serving);
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void aStrangerIsShownOut() throws Exception {
        String seat = home.encode(new Player(calculator(), "Client").toSeat());
        InetSocketAddress address = SeatToken.parse(seat).home();
        try (Socket stranger = new Socket(address.getHostString(), address.getPort())) {
            new DataOutputStream(stranger.getOutputStream()).writeUTF("let me in");

            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
        client(seat).send("bye");
    }

    @Test
    void rolesThatCannotBePlayedElsewhereCrash() throws Exception {
        assertNotHandedOver(
                Session.open(Protocols.CALCULATOR, SessionOptions.defaults().sameThread()),
                "Client",
                "one thread plays all roles");
        assertNotHandedOver(
                Session.open(
                        ProtocolSpec.of(
                                "parley\t1\tParty",
                                "role\tHost",
                                "role\tGuest",
                                "edge\t0\t1\tFIFO\tBLOCK\t8\t8\tfalse\t1\t0",
                                "message\tbegin",
                                "machine\t0",
                                "state\tHosting\tfalse",
                                "send\t0\t1\t1",
                                "guard\tsession:begin\t0\t\tHost\tGuest",
                                "state\tEnd\ttrue",
                                "machine\t1",
                                "state\tVisiting\tfalse",
                                "receive\t0\t1\t1",
                                "state\tEnd\ttrue"),
                        SessionOptions.defaults().rights(Rights.NONE)),
                "Host",
                "it sends guarded messages, and what it may do is known in this one only");
        assertNotHandedOver(
                Session.open(
                        Protocols.oneWay("FIFO\tBLOCK\t1\t1\tfalse\t1\t1", "message\tput\tlist:java.util.List:ref:0"),
                        SessionOptions.defaults()),
                "Sender",
                "the codec dev.parley.runtime.transport.BasicCodec does not support put(List list)");
    }

    private void assertNotHandedOver(Session session, String role, String reason) throws Exception {
        Seat.At<Object, Object> seat = new Player(session, role).toSeat();

        assertThatThrownBy(() -> home.encode(seat))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The role " + role + " of session " + session.id()
                        + " cannot be played in another process: " + reason + ".");
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    @Test
    void aSeatIsNotJournaled() {
        ProtocolSpec errand = Protocols.oneWay(
                "FIFO\tBLOCK\t1\t1\tfalse\t1\t1",
                "message\ttake\tseat:dev.parley.runtime.Seat<math.Calculator.Client>:ref:0");

        assertThatThrownBy(() -> Session.open(
                        errand, SessionOptions.defaults().journal(new MemoryJournal(), new BasicCodec(home))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "cannot be journaled: it hands over a seat, which is good for one use, and gone with its process.");
    }

    @Test
    void anAddressThatOthersCannotUseIsRefused() {
        assertThatThrownBy(() -> SeatExchange.open(new InetSocketAddress(0), BasicCodec::new))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No other process could reach this one at ");
    }
}
