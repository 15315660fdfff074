package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import dev.parley.runtime.journal.MemoryJournal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DurableSessionTest {

    private final MemoryJournal journal = new MemoryJournal();

    private static SessionOptions options(Journal journal) {
        // A table for each opening, as it has in a process of its own.
        return SessionOptions.defaults().table(new SessionTable()).journal(journal);
    }

    private static Session open(ProtocolSpec protocol, Journal journal) {
        return Session.open(protocol, options(journal));
    }

    private static Session reopen(ProtocolSpec protocol, Journal journal) {
        return Session.reopen(protocol, options(journal));
    }

    private static Player resume(Session session, String role) {
        return Player.resume(session, role);
    }

    @Test
    void whatWasSentIsReceivedByTheReopenedSession() {
        Session first = open(Protocols.CALCULATOR, journal);
        new Player(first, "Client").send("add", 20, 22);

        Session second = reopen(Protocols.CALCULATOR, journal);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.localState("Client").name()).isEqualTo("Add");
        Player server = resume(second, "Server");
        assertThat(server.receive().values()).containsExactly(20, 22);
        server.send("sum", 42L);
        assertThat(resume(second, "Client").receive().values()).containsExactly(42L);
    }

    @Test
    void whatWasReceivedIsNotReceivedAgainButCanBeRead() {
        Session first = open(Protocols.CALCULATOR, journal);
        new Player(first, "Client").send("add", 20, 22);
        new Player(first, "Server").receive();

        Session second = reopen(Protocols.CALCULATOR, journal);

        assertThat(second.edges()).allMatch(EdgeStatus::empty);
        Resumption server = second.resume(1);
        assertThat(server.state()).isEqualTo(1);
        long header = server.message().poll();
        assertThat(second.protocol().edges().get(0).message(1).read(server.message(), header))
                .containsExactly(20, 22);
    }

    @Test
    void aSessionIsReopenedAgainAndAgain() {
        Session session = open(Protocols.CALCULATOR, journal);
        for (int i = 0; i < 20; i++) {
            resume(session, "Client").send("add", i, i);
            session = reopen(Protocols.CALCULATOR, journal);
            Player server = resume(session, "Server");
            assertThat(server.receive().values()).containsExactly(i, i);
            server.send("sum", 2L * i);
            session = reopen(Protocols.CALCULATOR, journal);
            assertThat(resume(session, "Client").receive().values()).containsExactly(2L * i);
            session = reopen(Protocols.CALCULATOR, journal);
        }
        assertThat(session.edges()).allMatch(edge -> edge.sent() == 20);
    }

    @Test
    void rolesOnTheirOwnThreadsGoOnTogether() {
        new Player(open(Protocols.CALCULATOR, journal), "Client").send("add", 1, 2);
        Session session = reopen(Protocols.CALCULATOR, journal);
        CompletableFuture<Void> server = Async.run(() -> {
            Player player = resume(session, "Server");
            Player.Received received = player.receive();
            while (received.label().equals("add")) {
                player.send(
                        "sum",
                        (long) (int) received.values().get(0)
                                + (int) received.values().get(1));
                received = player.receive();
            }
        });
        Player client = resume(session, "Client");
        assertThat(client.receive().values()).containsExactly(3L);
        for (int i = 0; i < 100; i++) {
            assertThat(client.send("add", i, i).receive().values()).containsExactly(2L * i);
        }
        client.send("bye");
        server.join();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void aSessionThatIsOverIsClosedWhenReopened() {
        Session first = open(Protocols.CALCULATOR, journal);
        new Player(first, "Client").send("bye");
        new Player(first, "Server").receive();

        Session second = reopen(Protocols.CALCULATOR, journal);

        assertThat(second.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(second.localState("Server").name()).isEqualTo("Bye");
        assertThat(second.resume(1).step()).isEqualTo(2);
        assertThat(second.resume(0).step()).isEqualTo(Resumption.ENDED);
    }

    @Test
    void aRoleThatHasFinishedIsFinishedForTheOthers() {
        Session first = open(Protocols.CALCULATOR, journal);
        new Player(first, "Client").send("bye");

        Session second = reopen(Protocols.CALCULATOR, journal);

        assertThat(second.edges().get(0).closed()).isTrue();
        assertThat(second.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(resume(second, "Server").receive().label()).isEqualTo("bye");
        assertThat(second.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void aRoleFinishesWhereOthersGoOnForEver() {
        ProtocolSpec endless = ProtocolSpec.of(
                "parley\t1\tEndless",
                "role\tA",
                "role\tB",
                "role\tC",
                "edge\t0\t1\tFIFO\tBLOCK\t4\t4\tfalse\t1\t0",
                "message\tbye",
                "edge\t0\t2\tFIFO\tBLOCK\t4\t4\tfalse\t1\t0",
                "message\tput",
                "machine\t0",
                "state\tBye\tfalse",
                "send\t0\t1\t1",
                "state\tPutting\tfalse",
                "send\t1\t1\t1",
                "machine\t1",
                "state\tBye\tfalse",
                "receive\t0\t1\t1",
                "state\tEnd\tfalse",
                "machine\t2",
                "state\tGetting\tfalse",
                "receive\t1\t1\t0");
        Session first = open(endless, journal);
        new Player(first, "A").send("bye").send("put");
        new Player(first, "B").receive();

        Session second = reopen(endless, journal);

        assertThat(second.localState("B").isFinal()).isTrue();
        assertThat(second.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(resume(second, "C").receive().label()).isEqualTo("put");
    }

    @Test
    void cancellingIsForGoodAndClosingIsNot() {
        Session first = open(Protocols.CALCULATOR, journal);
        new Player(first, "Client").send("add", 1, 1);
        first.close();
        assertThat(first.status()).isEqualTo(SessionStatus.CLOSED);
        Session second = reopen(Protocols.CALCULATOR, journal);
        assertThat(second.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(resume(second, "Server").receive().values()).containsExactly(1, 1);
        second.cancel("the shop has closed");

        Session third = reopen(Protocols.CALCULATOR, journal);

        assertThat(third.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(third.reason()).isEqualTo("the shop has closed");
    }

    @Test
    void aFailureIsNotForGood() {
        Session first = open(Protocols.CALCULATOR, journal);
        first.fault(new IllegalStateException("a bug"));

        assertThat(reopen(Protocols.CALCULATOR, journal).status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void anEmptyJournalBeginsASession() {
        Session session = Session.reopen(Protocols.CALCULATOR, options(journal).id("sums"));
        new Player(session, "Client").send("bye");

        assertThat(JournaledSession.in(journal))
                .contains(new JournaledSession("sums", "math.Calculator", Protocols.CALCULATOR.version()));
    }

    @Test
    void aRoleThatHasMovedIsNotEnteredWhereTheProtocolBegins() {
        Session first = open(Protocols.CALCULATOR, journal);
        new Player(first, "Client").send("add", 1, 1);
        Session second = reopen(Protocols.CALCULATOR, journal);

        assertThatIllegalStateException()
                .isThrownBy(() -> new Player(second, "Client"))
                .withMessage("The role Client of session " + first.id() + " has left the state in which the protocol"
                        + " begins: it is in Add. Resume it where it stands.");
        assertThat(new Player(second, "Server").receive().label()).isEqualTo("add");
    }

    @Test
    void aLostMessageIsAStepOfItsSender() {
        ProtocolSpec counting = ProtocolSpec.of(
                "parley\t1\tCounting",
                "role\tSender",
                "role\tReceiver",
                "edge\t0\t1\tFIFO\tDROP\t1\t1\tfalse\t1\t0",
                "message\tput\tvalue:int:0:0",
                "machine\t0",
                "state\tEven\tfalse",
                "send\t0\t1\t1",
                "state\tOdd\tfalse",
                "send\t0\t1\t0",
                "machine\t1",
                "state\tReceiving\tfalse",
                "receive\t0\t1\t0");
        new Player(open(counting, journal), "Sender")
                .send("put", 1)
                .send("put", 2)
                .send("put", 3);

        Session session = reopen(counting, journal);

        assertThat(session.localState("Sender").name()).isEqualTo("Odd");
        Player receiver = resume(session, "Receiver");
        assertThat(receiver.receive().values()).containsExactly(1);
        assertThat(receiver.tryReceive()).isNull();
    }

    @Test
    void ofReplacedMessagesTheLatestIsThere() {
        ProtocolSpec latest = Protocols.oneWay("LATEST_VALUE\tBLOCK\t1\t1\tfalse\t1\t0", "message\tput\tvalue:int:0:0");
        Session first = open(latest, journal);
        Player sender = new Player(first, "Sender").send("put", 1).send("put", 2);
        assertThat(new Player(first, "Receiver").receive().values()).containsExactly(2);
        sender.send("put", 3).send("put", 4);

        Session second = reopen(latest, journal);

        assertThat(second.edges().get(0).sent()).isEqualTo(4);
        Player receiver = resume(second, "Receiver");
        assertThat(receiver.receive().values()).containsExactly(4);
        resume(second, "Sender").send("put", 5);
        assertThat(receiver.receive().values()).containsExactly(5);
        assertThat(reopen(latest, journal).edges()).allMatch(EdgeStatus::empty);
    }

    @Test
    void whatIsInFlightFindsRoomInASmallerBuffer() {
        String message = "message\tput\tvalue:int:0:0";
        Player sender =
                new Player(open(Protocols.oneWay("FIFO\tBLOCK\t8\t8\tfalse\t1\t0", message), journal), "Sender");
        for (int i = 0; i < 8; i++) {
            sender.send("put", i);
        }

        Session session = reopen(Protocols.oneWay("FIFO\tBLOCK\t1\t1\tfalse\t1\t0", message), journal);

        Player receiver = resume(session, "Receiver");
        for (int i = 0; i < 8; i++) {
            assertThat(receiver.receive().values()).containsExactly(i);
        }
    }

    @Test
    void aMessageToSeveralIsSentToAllOfThem() {
        ProtocolSpec multicast = ProtocolSpec.of(
                "parley\t1\tMulticast",
                "role\tA",
                "role\tB",
                "role\tC",
                "edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t1",
                "message\tnews\ttext:java.lang.String:ref:0",
                "edge\t0\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t1",
                "message\tnews\ttext:java.lang.String:ref:0",
                "machine\t0",
                "state\tNews\tfalse",
                "send\t0\t1\t1",
                "state\tNews\tfalse\tmulticast",
                "send\t1\t1\t2",
                "state\tEnd\ttrue",
                "machine\t1",
                "state\tNews\tfalse",
                "receive\t0\t1\t1",
                "state\tEnd\ttrue",
                "machine\t2",
                "state\tNews\tfalse",
                "receive\t1\t1\t1",
                "state\tEnd\ttrue");
        new Player(open(multicast, journal), "A").send("news", "it rains"); // and then the process ended

        Session session = reopen(multicast, journal);

        assertThat(session.localState("A").isFinal()).isTrue();
        assertThat(resume(session, "B").receive().values()).containsExactly("it rains");
        assertThat(resume(session, "C").receive().values()).containsExactly("it rains");
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(reopen(multicast, journal).status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void aRoleThatCrashesBeforeItIsResumedCrashesWhereItStood() throws InterruptedException {
        ProtocolSpec risky = ProtocolSpec.of(
                "parley\t1\tRisky",
                "role\tA",
                "role\tB",
                "edge\t0\t1\tFIFO\tBLOCK\t4\t4\tfalse\t1\t0",
                "message\tdata",
                "message\tmore",
                "crash\tlost",
                "machine\t0",
                "state\tData\tfalse",
                "send\t0\t1\t1",
                "state\tMore\tfalse",
                "send\t0\t2\t2",
                "send\t0\t3\t2",
                "state\tEnd\ttrue",
                "machine\t1",
                "state\tData\tfalse",
                "receive\t0\t1\t1",
                "state\tMore\tfalse",
                "receive\t0\t2\t2",
                "receive\t0\t3\t2",
                "state\tEnd\ttrue");
        new Player(open(risky, journal), "A").send("data");
        Session session = reopen(risky, journal);
        session.crash("A", new IllegalStateException("gone"));

        Player receiver = resume(session, "B");
        assertThat(receiver.receive().label()).isEqualTo("data");
        assertThat(receiver.receive().label()).isEqualTo("lost");
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(reopen(risky, journal).status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void aFailingJournalFaultsTheSessionBeforeAnythingIsSeen() {
        Session session = open(Protocols.CALCULATOR, journal);
        Player client = new Player(session, "Client");
        Player server = new Player(session, "Server");
        client.send("add", 1, 1);
        journal.close();

        assertThatExceptionOfType(SessionCancelledException.class)
                .isThrownBy(server::receive)
                .withCauseInstanceOf(JournalException.class);
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
        assertThat(session.localState("Server").name()).isEqualTo("Ask");
        assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(client::receive);
    }

    @Test
    void anotherProtocolOrVersionIsRefused() {
        open(Protocols.CALCULATOR, journal);
        ProtocolSpec other = Protocols.oneWay("FIFO\tBLOCK\t4\t4\tfalse\t1\t0", "message\tput\tvalue:int:0:0");

        assertThatIllegalStateException()
                .isThrownBy(() -> reopen(other, journal))
                .withMessageContaining("of math.Calculator, not of one of OneWay");

        MemoryJournal puts = new MemoryJournal();
        Session first = open(other, puts);
        ProtocolSpec longer = Protocols.oneWay("FIFO\tBLOCK\t4\t4\tfalse\t2\t0", "message\tput\tvalue:long:1:0");
        assertThatIllegalStateException()
                .isThrownBy(() -> reopen(longer, puts))
                .withMessage("Session " + first.id()
                        + " was begun under another version of OneWay, which lets the roles do"
                        + " other things: its version is " + other.version() + ", and here is " + longer.version()
                        + ". Play it to its end with the version it was begun under.");
    }

    @Test
    void aJournalHoldsOneSession() {
        Session session = open(Protocols.CALCULATOR, journal);

        assertThatIllegalStateException()
                .isThrownBy(() -> open(Protocols.CALCULATOR, journal))
                .withMessage("The journal has session " + session.id()
                        + " of math.Calculator in it. Reopen that one, or choose another journal.");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Session.reopen(Protocols.CALCULATOR, options(journal).id("another")))
                .withMessageContaining("not of session another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.reopen(Protocols.CALCULATOR, SessionOptions.defaults()))
                .withMessageContaining("name no journal");
    }

    @Test
    void entriesThatDoNotFitAreRefused() {
        Session session = open(Protocols.CALCULATOR, journal);
        new Player(session, "Client").send("add", 1, 1);
        List<byte[]> entries = new ArrayList<>();
        journal.read(0, (number, entry) -> entries.add(entry));
        MemoryJournal twice = new MemoryJournal();
        twice.append(entries.get(0));
        twice.append(entries.get(1));
        twice.append(entries.get(1));

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> reopen(Protocols.CALCULATOR, twice))
                .withMessageContaining("entry 2 does not fit to those before it")
                .withMessageContaining("Client -> Server while Client in Add");

        MemoryJournal facts = new MemoryJournal();
        facts.append(new byte[] {7});
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> reopen(Protocols.CALCULATOR, facts))
                .withMessageContaining("The journal holds no session");
    }

    @Test
    void familiesAreRefused() {
        ProtocolSpec team = ProtocolSpec.of(
                "parley\t1\tTeam",
                "role\tA",
                "role\tB\t1\t1",
                "edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
                "message\tput",
                "machine\t0",
                "state\tPutting\tfalse",
                "send\t0\t1\t1",
                "state\tEnd\ttrue",
                "machine\t1",
                "state\tGetting\tfalse",
                "receive\t0\t1\t1",
                "state\tEnd\ttrue");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.open(team, options(journal), 2))
                .withMessage("A session of Team cannot be durable: a journal knows roles, not the members of families."
                        + " Leave out journal().");
        assertThat(journal.size()).isZero();
    }

    @Test
    void aPayloadThatCannotBeWrittenNeedsACodec() throws IOException {
        ProtocolSpec spec =
                Protocols.oneWay("FIFO\tBLOCK\t4\t4\tfalse\t1\t1", "message\tput\tvalue:java.util.List:ref:0");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(spec, journal))
                .withMessage(
                        "The message put(List value) of OneWay, Sender -> Receiver, cannot be journaled:"
                                + " dev.parley.runtime.transport.BasicCodec does not support it. Give journal() a codec that does.");
    }
}
