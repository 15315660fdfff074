package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.buffer.WaitStrategy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class SessionTest {

    private final SessionTable table = new SessionTable();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private SessionOptions options = SessionOptions.defaults();

    @BeforeEach
    void listen() {
        options = SessionOptions.defaults().table(table).listener((session, from, to) -> changes.add(from + ">" + to));
    }

    private Session calculator() {
        return Session.open(Protocols.CALCULATOR, options);
    }

    private Session stream(String shape) {
        return Session.open(Protocols.oneWay(shape, "message\tput\tvalue:int:0:0"), options);
    }

    @Test
    void closesWhenAllRolesHaveReachedAnEnd() {
        Session session = calculator();
        Player client = new Player(session, "Client");
        Player server = new Player(session, "Server");
        client.send("bye");
        assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(server.receive().label()).isEqualTo("bye");

        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(changes).containsExactly("ACTIVE>DRAINING", "DRAINING>CLOSED");
        assertThat(table.find(session.id())).isEmpty();
    }

    @Test
    void drainsWhatWasSentBeforeItCloses() {
        Session session = stream("FIFO\tBLOCK\t4\t4\tfalse\t1\t0");
        Player sender = new Player(session, "Sender");
        Player receiver = new Player(session, "Receiver");
        sender.send("put", 1).send("put", 2);
        session.close();
        session.close();

        assertThat(session.status()).isEqualTo(SessionStatus.DRAINING);
        assertThat(table.find(session.id())).contains(session);
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> sender.send("put", 3))
                .withMessage("Session " + session.id() + " is draining: nothing more can be sent."
                        + " Let the roles reach an end of the protocol before the session is closed.");
        assertThat(receiver.receive().values()).containsExactly(1);
        assertThat(session.status()).isEqualTo(SessionStatus.DRAINING);
        assertThat(receiver.receive().values()).containsExactly(2);
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(receiver::receive)
                .withMessageContaining("is closed: nothing is left to be received");
        assertThat(changes).containsExactly("ACTIVE>DRAINING", "DRAINING>CLOSED");
        assertThat(table.find(session.id())).isEmpty();
    }

    @Test
    void closesAtOnceWhenNothingIsInFlight() {
        Session session = calculator();
        session.close();

        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void tellsAWaitingReceiverThatNothingMoreWillCome() {
        Session session = calculator();
        Player server = new Player(session, "Server");
        CompletableFuture<?> receiving = Async.supply(server::receive);
        session.close();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(receiving::join)
                .withCauseInstanceOf(SessionClosedException.class);
    }

    @ParameterizedTest
    @EnumSource(WaitStrategy.class)
    void cancellingWakesEveryRole(WaitStrategy strategy) {
        options = options.waitStrategy(strategy);
        Session session = Session.open(Protocols.TWO_SENDERS, options);
        Player left = new Player(session, "Left");
        Player right = new Player(session, "Right");
        Player receiver = new Player(session, "Receiver");
        CompletableFuture<Void> sending = Async.run(() -> {
            while (true) {
                left.send("put", 1);
            }
        });
        CompletableFuture<?> receiving = Async.supply(() -> {
            for (int i = 0; i < 3; i++) {
                receiver.receive();
            }
            session.cancel("enough is enough");
            return receiver.receive();
        });

        for (CompletableFuture<?> role : List.of(sending, receiving)) {
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(role::join)
                    .havingCause()
                    .isInstanceOf(SessionCancelledException.class)
                    .withMessage("Session " + session.id() + " was cancelled: enough is enough.")
                    .withNoCause();
        }
        assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(() -> right.send("put", 1));
        assertThat(session.reason()).isEqualTo("enough is enough");
        assertThat(changes).containsExactly("ACTIVE>CANCELLED");
        assertThat(table.find(session.id())).isEmpty();
    }

    @Test
    void cancellingComesBeforeMessagesThatWait() {
        Session session = stream("FIFO\tBLOCK\t4\t4\tfalse\t1\t0");
        new Player(session, "Sender").send("put", 1);
        session.cancel("no more");

        assertThatExceptionOfType(SessionCancelledException.class)
                .isThrownBy(new Player(session, "Receiver")::tryReceive);
    }

    @Test
    void cancellingWakesASenderThatWaitsForRoom() {
        Session session = stream("FIFO\tBLOCK\t1\t1\tfalse\t1\t0");
        Player sender = new Player(session, "Sender").send("put", 1);
        CompletableFuture<?> sending = Async.run(() -> sender.send("put", 2));
        session.cancel("no more");

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(sending::join)
                .withCauseInstanceOf(SessionCancelledException.class);
    }

    @Test
    void faultsWithACause() {
        Session session = calculator();
        Player server = new Player(session, "Server");
        IOException cause = new IOException("the cable was cut");
        session.close();
        session.fault(cause);
        Session other = calculator();
        other.fault(cause);
        other.cancel("too late");
        other.close();

        assertThat(session.status()).as("a closed session").isEqualTo(SessionStatus.CLOSED);
        assertThat(other.status()).isEqualTo(SessionStatus.FAULTED);
        assertThat(other.cause()).containsSame(cause);
        assertThat(other.reason()).isEqualTo("java.io.IOException: the cable was cut");
        assertThatExceptionOfType(SessionCancelledException.class)
                .isThrownBy(new Player(other, "Server")::tryReceive)
                .withMessage("Session " + other.id() + " has failed: java.io.IOException: the cable was cut.")
                .withCause(cause);
        assertThatExceptionOfType(SessionClosedException.class).isThrownBy(server::tryReceive);
    }

    @Test
    void faultsWhileItDrains() {
        Session session = stream("FIFO\tBLOCK\t4\t4\tfalse\t1\t0");
        new Player(session, "Sender").send("put", 1);
        session.close();
        session.fault(new IOException());

        assertThat(changes).containsExactly("ACTIVE>DRAINING", "DRAINING>FAULTED");
    }

    @Test
    void faultsWhenABufferOverflowsThatMustNot() {
        Session session = stream("FIFO\tERROR\t2\t2\tfalse\t1\t0");
        Player sender = new Player(session, "Sender").send("put", 1).send("put", 2);

        assertThatExceptionOfType(BufferFullException.class)
                .isThrownBy(() -> sender.send("put", 3))
                .withMessage(
                        "The buffer Sender -> Receiver of session " + session.id() + " is full with 2 messages, and its"
                                + " edge is declared whenFull = ERROR. Give it a larger capacity, or let it block or grow.");
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
        assertThatExceptionOfType(SessionCancelledException.class)
                .isThrownBy(new Player(session, "Receiver")::receive)
                .withCauseInstanceOf(BufferFullException.class);
    }

    @Test
    void countsWhatALossyBufferDrops() {
        Session session = stream("FIFO\tDROP\t2\t2\tfalse\t1\t0");
        Player sender = new Player(session, "Sender");
        for (int i = 0; i < 5; i++) {
            sender.send("put", i);
        }

        assertThat(session.edges()).containsExactly(new EdgeStatus("Sender", "Receiver", 2, 3, 2, false));
    }

    @Test
    void tellsListenersEachChangeOnceAndInOrderHoweverManyThreadsRace() throws Exception {
        for (int round = 0; round < 200; round++) {
            changes.clear();
            Session session = stream("FIFO\tBLOCK\t4\t4\tfalse\t1\t0");
            CyclicBarrier start = new CyclicBarrier(3);
            CompletableFuture<?>[] racing = {
                race(start, session::close), race(start, () -> session.cancel("race")), race(start, session::close)
            };
            CompletableFuture.allOf(racing).join();

            assertThat(session.awaitEnd(Duration.ofSeconds(60))).isTrue();
            assertThat(changes)
                    .isIn(
                            List.of("ACTIVE>CANCELLED"),
                            List.of("ACTIVE>DRAINING", "DRAINING>CANCELLED"),
                            List.of("ACTIVE>DRAINING", "DRAINING>CLOSED"));
        }
    }

    private static CompletableFuture<Void> race(CyclicBarrier start, Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        start.await();
                        action.run();
                        done.complete(null);
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                })
                .start();
        return done;
    }

    @Test
    void goesOnWhenAListenerFails() {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        IllegalStateException failure = new IllegalStateException("listener");
        options = SessionOptions.defaults()
                .listener((session, from, to) -> {
                    throw failure;
                })
                .listener((session, from, to) -> changes.add(from + ">" + to));
        Thread thread = new Thread(() -> calculator().cancel("test"));
        thread.setUncaughtExceptionHandler((in, e) -> uncaught.add(e));
        thread.start();
        assertThatThrownBy(() -> {
                    thread.join();
                    throw uncaught.get(0);
                })
                .isSameAs(failure);
        assertThat(changes).containsExactly("ACTIVE>CANCELLED");
    }

    @Test
    void findsSessionsByIdUntilTheyEnd() {
        Session first = calculator();
        Session second = calculator();
        Session named = Session.open(Protocols.CALCULATOR, options.id("mine"));

        assertThat(first.id()).isEqualTo("Calculator-1").isNotEqualTo(second.id());
        assertThat(table.sessions()).containsExactlyInAnyOrder(first, second, named);
        assertThat(table.find("mine")).containsSame(named);
        assertThatIllegalStateException()
                .isThrownBy(() -> Session.open(Protocols.CALCULATOR, options.id("mine")))
                .withMessageStartingWith("The id mine is taken by a session that has not ended.");
        named.cancel("test");
        assertThat(Session.open(Protocols.CALCULATOR, options.id("mine")).status())
                .isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void letsARoleBeEnteredOnce() {
        Session session = calculator();
        new Player(session, "Client");

        assertThatExceptionOfType(RoleTakenException.class)
                .isThrownBy(() -> new Player(session, "Client"))
                .withMessage(
                        "The role Client of session Calculator-1 is taken. A role is entered once; keep the state that you"
                                + " got then, or open another session.");
    }

    @Test
    void saysWhatIsWrongWithAStateUsedTwice() {
        Session session = calculator();
        Player client = new Player(session, "Client").send("add", 1, 2);

        assertThat(client.used(0))
                .hasMessage("Client has left the state Ask, which was used again: it is in Add, where it may receive"
                        + " sum(long value) from Server. Use each state once, and go on with what its method returns.");
        assertThat(client.gone("Sum"))
                .hasMessage(
                        "The message Sum is gone: Client has received another since, and is in Add. Take what is to be kept"
                                + " with copy() before the next receive.");
    }

    @Test
    void givesUpWaitingAtATimeout() {
        Session session = calculator();
        Player server = new Player(session, "Server");

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> server.receive(Duration.ofMillis(1)))
                .withMessage(
                        "Server has waited in vain in Ask, where it may receive add(int x, int y) from Client or bye()"
                                + " from Client.");
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> server.receive(Duration.ofSeconds(-1)));
        new Player(session, "Client").send("add", 1, 2);
        assertThat(server.receive().label()).isEqualTo("add");
    }

    @Test
    void isCancelledWhenAWaitingThreadIsInterrupted() throws Exception {
        Session session = calculator();
        Player server = new Player(session, "Server");
        Thread thread = new Thread(
                () -> assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(server::receive));
        thread.start();
        thread.interrupt();
        thread.join();

        assertThat(session.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(session.reason()).isEqualTo("the thread of a role was interrupted while it waited");
    }

    @Test
    void playsAllRolesInOneThread() {
        options = options.sameThread();
        Session session = calculator();
        Player client = new Player(session, "Client");
        Player server = new Player(session, "Server");
        for (int i = 0; i < 100; i++) {
            client.send("add", i, i);
            assertThat(server.receive().values()).containsExactly(i, i);
            server.send("sum", 2L * i);
            assertThat(client.receive().values()).containsExactly(2L * i);
        }
        assertThatIllegalStateException()
                .isThrownBy(server::receive)
                .withMessage(
                        "Server would wait for ever in Ask, where it may receive add(int x, int y) from Client or bye()"
                                + " from Client: one thread plays all roles of session Calculator-1. Let the sender act first, or use"
                                + " tryReceive().");
        client.send("bye");
        server.receive();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void doesNotLetOneThreadWaitForRoom() {
        options = options.sameThread();
        Session session = stream("FIFO\tBLOCK\t1\t1\tfalse\t1\t0");
        Player sender = new Player(session, "Sender").send("put", 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> sender.send("put", 2))
                .withMessageContaining("is full with 1 message, and its sender would wait for ever");
        new Player(session, "Receiver").receive();
        sender.send("put", 2);
        assertThat(session.status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void waitsForItsEnd() throws Exception {
        Session session = calculator();
        assertThat(session.awaitEnd(Duration.ZERO)).isFalse();
        CompletableFuture<Void> cancelling = Async.run(() -> session.cancel("test"));

        assertThat(session.awaitEnd(Duration.ofDays(365_000_000))).isTrue();
        cancelling.join();
    }
}
