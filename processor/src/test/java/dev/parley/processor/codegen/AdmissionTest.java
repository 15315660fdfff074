package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.SessionClosedException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that join a family while the session runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class AdmissionTest {

    static final String CLUB = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Club {
                @Role interface Host {}
                @Role interface Porter {}
                @Role @Family(min = 0) interface Guest {}

                @Message(from = Porter.class, to = Guest.class) void ticket(int number);
                @Message(from = Host.class, to = Guest.class) Evening welcome();

                @Admits(Guest.class)
                @Choice(at = Host.class)
                interface Evening {
                    @Message(from = Host.class, to = Guest.class) Evening tell(String what);
                    @Message(from = Host.class, to = Guest.class) Counting count(int round);
                    @Message(from = Host.class, to = Guest.class) Turns ask();
                    @Message(from = Host.class, to = {Guest.class, Porter.class}) End close();
                }
                interface Counting {
                    @Message(from = Guest.class, to = Host.class) Evening here(int round);
                }
                interface Turns {
                    Turn turn();
                    Evening on();
                }
                @ForEach(Guest.class)
                @Choice(at = Guest.class)
                interface Turn {
                    @Message(from = Guest.class, to = Host.class) void stay();
                    @Message(from = Guest.class, to = Host.class) End leave();
                }
            }
            """;

    private static final String PLAY = """
            package example;

            import java.time.Duration;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.TimeoutException;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.atomic.AtomicInteger;

            public class Play {
                /** Answers all; leaves when it has been asked so often. */
                static void guest(ClubGuest.Evening evening, int patience) {
                    int left = patience;
                    while (true) {
                        ClubGuest.Evening.Received received = evening.receive();
                        if (received instanceof ClubGuest.Count count) {
                            evening = count.here(count.round());
                        } else if (received instanceof ClubGuest.Ask ask) {
                            if (left-- == 0) {
                                ask.leave();
                                return;
                            }
                            evening = ask.stay();
                        } else if (received instanceof ClubGuest.Tell tell) {
                            evening = tell;
                        } else {
                            return;
                        }
                    }
                }

                static int present(ClubHost.Evening[] evening, int round) {
                    AtomicInteger present = new AtomicInteger();
                    evening[0] = evening[0].count(round).gather((member, here) -> {
                        if (here.round() == round) {
                            present.incrementAndGet();
                        }
                    });
                    return present.get();
                }

                static ClubHost.Evening turns(ClubHost.Evening evening) {
                    ClubHost.InTurn turns = evening.ask().fork();
                    for (int member : turns.members()) {
                        turns.member(member).receive().match(stay -> null, leave -> null);
                    }
                    return turns.join();
                }

                /** Members join in all rounds: all are there in the end. */
                public static String joining(int guests, int joining) {
                    StringBuilder log = new StringBuilder();
                    ClubSession.run(guests, joining,
                            (index, start) -> guest(start.receive().receive(), index == 0 ? 0 : 1),
                            host -> {
                                ClubHost.Evening[] evening = {host.welcome()};
                                int expected = guests;
                                for (int round = 0; expected < guests + joining; round++) {
                                    evening[0] = evening[0].tell("round " + round);
                                    expected += evening[0].admit();
                                    int present = present(evening, round);
                                    if (present != expected) {
                                        throw new AssertionError(present + " of " + expected);
                                    }
                                }
                                evening[0] = turns(evening[0]);
                                log.append(present(evening, -1));
                                evening[0] = turns(evening[0]);
                                log.append(' ').append(present(evening, -2));
                                evening[0].close();
                            },
                            porter -> porter.ticket(7).receive(),
                            evening -> guest(evening, 1));
                    return log.toString();
                }

                /** Nobody is taken in. */
                public static String notAdmitted(int joining) {
                    AtomicInteger joined = new AtomicInteger();
                    ClubSession.run(1, joining,
                            (index, start) -> guest(start.receive().receive(), 1),
                            host -> host.welcome().tell("nobody joins").close(),
                            porter -> porter.ticket(7).receive(),
                            evening -> joined.incrementAndGet());
                    return "joined: " + joined;
                }

                public static String indices() throws Exception {
                    try (ClubSession session = ClubSession.open(2)) {
                        ClubHost.Evening evening = session.host().welcome();
                        Thread[] threads = new Thread[3];
                        List<Object> states = new ArrayList<>();
                        for (int i = 0; i < 3; i++) {
                            threads[i] = new Thread(() -> {
                                ClubGuest.Evening joined = session.joinGuest();
                                synchronized (states) {
                                    states.add(joined);
                                }
                            });
                            threads[i].start();
                        }
                        int admitted = 0;
                        while (admitted < 3) {
                            admitted += evening.admit();
                            Thread.onSpinWait();
                        }
                        for (Thread thread : threads) {
                            thread.join();
                        }
                        evening.close();
                        return session.localState("Guest", 0) + " / " + session.localState("Guest", 4);
                    }
                }

                public static void inTime() throws Exception {
                    ClubSession session = ClubSession.open(0);
                    session.joinGuest(Duration.ofMillis(1));
                }

                public static void afterTheEnd() {
                    ClubSession session = ClubSession.open(0);
                    session.close();
                    session.joinGuest();
                }

                /** What happens to a candidate that waits. */
                private static String waiting(java.util.function.Consumer<ClubSession> then) throws Exception {
                    ClubSession session = ClubSession.open(0);
                    Throwable[] failure = new Throwable[1];
                    Thread candidate = new Thread(() -> {
                        try {
                            session.joinGuest();
                        } catch (RuntimeException e) {
                            failure[0] = e;
                        }
                    });
                    candidate.start();
                    while (candidate.getState() != Thread.State.WAITING
                            && candidate.getState() != Thread.State.TIMED_WAITING) {
                        Thread.onSpinWait();
                    }
                    then.accept(session);
                    candidate.join();
                    return failure[0].getClass().getSimpleName() + " " + session.status();
                }

                public static String closed() throws Exception {
                    return waiting(ClubSession::close);
                }

                public static String cancelled() throws Exception {
                    return waiting(session -> session.cancel("enough"));
                }

                /** The session goes on without a candidate whose thread is interrupted. */
                public static String interrupted() throws Exception {
                    ClubSession session = ClubSession.open(0);
                    Throwable[] failure = new Throwable[1];
                    Thread candidate = new Thread(() -> {
                        try {
                            session.joinGuest();
                        } catch (RuntimeException e) {
                            failure[0] = e;
                        }
                    });
                    candidate.start();
                    candidate.interrupt();
                    candidate.join();
                    session.porter();
                    return failure[0].getMessage() + " " + session.host().welcome().admit() + " " + session.status();
                }

                /** Whoever joined is waited for when it was sent something that it has not received. */
                public static String counts() throws Exception {
                    ClubSession session = ClubSession.open(0);
                    ClubHost.Evening evening = session.host().welcome();
                    ClubPorter.Evening porter = session.porter().ticket(1);
                    ClubGuest.Evening[] guest = new ClubGuest.Evening[1];
                    Thread joining = new Thread(() -> guest[0] = session.joinGuest());
                    joining.start();
                    while (evening.admit() == 0) {
                        Thread.onSpinWait();
                    }
                    joining.join();
                    evening.close();
                    porter.receive();
                    String before = session.status().toString();
                    guest[0].receive();
                    return before + " " + session.status();
                }

                public static void fails() {
                    ClubSession.run(0, 1,
                            (index, start) -> start.receive().receive(),
                            host -> {
                                ClubHost.Evening evening = host.welcome();
                                while (evening.admit() == 0) {
                                    evening = evening.tell("wait");
                                }
                                evening.count(1).gather().close();
                            },
                            porter -> porter.ticket(7).receive(),
                            evening -> {
                                throw new IllegalStateException("broken");
                            });
                }

                public static void used() throws Exception {
                    ClubHost.Evening evening = ClubSession.open(0).host().welcome();
                    ClubHost.Counting counting = evening.count(1);
                    evening.admit();
                }
            }
            """;

    private Generated generated;

    @BeforeAll
    void generate() throws IOException {
        generated = Generated.from(CLUB, PLAY);
    }

    @Test
    void admission(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(CLUB).files());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 20})
    void newMembersHaveTheirPartInAllThatFollows(int joining) throws Throwable {
        // The first of those that were there leaves at the first turn, the others at the second.
        assertThat(generated.call("example.Play", "joining", 2, joining)).isEqualTo((1 + joining) + " 0");
        assertThat(generated.call("example.Play", "joining", 0, joining)).isEqualTo(joining + " 0");
    }

    @Test
    void newMembersComeBehindTheOthers() throws Throwable {
        assertThat(generated.call("example.Play", "indices").toString())
                .startsWith("Guest[0] in Start")
                .contains("/ Guest[4] in Evening");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void candidatesDoNotKeepASessionFromEnding(int joining) throws Throwable {
        assertThat(generated.call("example.Play", "notAdmitted", joining)).isEqualTo("joined: 0");
    }

    @Test
    void aCandidateWaitsNoLongerThanItWants() {
        assertThatThrownBy(() -> generated.call("example.Play", "inTime"))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("Nobody has taken the candidate for Guest in session Club");
    }

    @Test
    void whatEndsASessionEndsTheWaitingToo() throws Throwable {
        assertThatThrownBy(() -> generated.call("example.Play", "afterTheEnd"))
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("nobody is taken in any more");
        assertThat(generated.call("example.Play", "closed")).isEqualTo("SessionClosedException CLOSED");
        assertThat(generated.call("example.Play", "cancelled")).isEqualTo("SessionCancelledException CANCELLED");
    }

    @Test
    void aCandidateThatIsInterruptedIsNoMatterToOthers() throws Throwable {
        assertThat(generated.call("example.Play", "interrupted").toString())
                .contains("was interrupted while it waited")
                .endsWith(" 0 ACTIVE");
    }

    @Test
    void aNewMemberCountsAsTheOthersDo() throws Throwable {
        assertThat(generated.call("example.Play", "counts")).isEqualTo("ACTIVE CLOSED");
    }

    @Test
    void aNewMemberThatFailsEndsTheSession() {
        assertThatThrownBy(() -> generated.call("example.Play", "fails")).hasMessage("broken");
    }

    @Test
    void isDoneInItsStateOnly() {
        assertThatThrownBy(() -> generated.call("example.Play", "used")).hasMessageContaining("used again");
    }
}
