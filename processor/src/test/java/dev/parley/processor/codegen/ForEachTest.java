package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that are run for each member of a family. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForEachTest {

    static final String OUTING = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Outing {
                @Role interface Host {}
                @Role @Family(min = 0) interface Guest {}

                Round round();

                @Choice(at = Host.class)
                interface Round {
                    @Message(from = Host.class, to = Guest.class) Invited invite(String where);
                    @Message(from = Host.class, to = Guest.class) Dinner eat(String dish);
                }

                interface Invited {
                    Reply reply();
                    Round again();
                }

                @ForEach(Guest.class)
                @Choice(at = Guest.class)
                interface Reply {
                    @Message(from = Guest.class, to = Host.class) Price ask();
                    @Message(from = Guest.class, to = Host.class) void accept(int friends);
                    @Message(from = Guest.class, to = Host.class) End decline();
                }
                interface Price {
                    @Message(from = Host.class, to = Guest.class) Reply price(int euros);
                }
                interface Dinner {
                    @Message(from = Guest.class, to = Host.class) End thanks(int stars);
                }
            }
            """;

    private static final String PLAY = """
            package example;

            import java.util.ArrayList;
            import java.util.List;

            public class Play {
                /** Guests accept as often as their index says, and then leave; asking for the price first. */
                private static void guest(int index, OutingGuest.Round round) {
                    int left = index;
                    while (true) {
                        OutingGuest.Round.Received received = round.receive();
                        if (received instanceof OutingGuest.Eat eat) {
                            eat.thanks(index);
                            return;
                        }
                        OutingGuest.Reply reply = ((OutingGuest.Invite) received).ask().receive();
                        if (left-- == 0) {
                            reply.decline();
                            return;
                        }
                        round = reply.accept(index);
                    }
                }

                private static OutingHost.Round invite(OutingHost.Round round, StringBuilder log) {
                    OutingHost.InReply replies = round.invite("lake").fork();
                    log.append(replies.members().size());
                    for (int member : replies.members()) {
                        reply(replies.member(member));
                    }
                    return replies.join();
                }

                private static void reply(OutingHostReplyEachGuest.Start reply) {
                    OutingHostReplyEachGuest.Start waiting = reply;
                    while (waiting != null) {
                        waiting = waiting.receive().match(
                                ask -> ask.price(7), accept -> null, decline -> null);
                    }
                }

                public static String leaving(int guests, int rounds) {
                    StringBuilder log = new StringBuilder();
                    OutingSession.run(guests, (index, start) -> guest(index, start), round -> {
                        for (int i = 0; i < rounds; i++) {
                            round = invite(round, log);
                            log.append(' ');
                        }
                        log.append(round.eat("pizza").gather().copies().size());
                    });
                    return log.toString();
                }
            }
            """;

    /** {@code End} ends what is included, and not a member's part in what includes it. */
    private static final String GREETING = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Greeting {
                @Role interface Visitor {}
                @Role interface Porter {}

                @Message(from = Visitor.class, to = Porter.class) Answer hello(String name);

                @Choice(at = Porter.class)
                interface Answer {
                    @Message(from = Porter.class, to = Visitor.class) End welcome();
                    @Message(from = Porter.class, to = Visitor.class) Account who();
                }
                interface Account {
                    @Message(from = Visitor.class, to = Porter.class) End friend(String name);
                }
            }
            """;

    private static final String BANQUET = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Banquet {
                @Role interface Host {}
                @Role @Family interface Guest {}

                Arrival arrival();
                @Message(from = Host.class, to = Guest.class) void serve(String dish);

                @ForEach(Guest.class)
                interface Arrival {
                    @Include(value = Greeting.class, roles = {
                        @Bind(role = Greeting.Visitor.class, to = Guest.class),
                        @Bind(role = Greeting.Porter.class, to = Host.class)
                    })
                    void greeting();
                }
            }
            """;

    private static final String PLAY_BANQUET = """
            package example;

            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;

            public class Play {
                public static String dine(int guests) {
                    Queue<String> dishes = new ConcurrentLinkedQueue<>();
                    BanquetSession.run(
                            guests,
                            (index, start) -> {
                                var answer = start.hello("g" + index).receive();
                                dishes.add(answer instanceof BanquetGuest.Welcome welcome
                                        ? welcome.receive().dish()
                                        : ((BanquetGuest.Who) answer).friend("ann").receive().dish());
                            },
                            host -> {
                                BanquetHost.InArrival arrivals = host.fork();
                                for (int member : arrivals.members()) {
                                    var hello = arrivals.member(member).receive();
                                    if (member % 2 == 0) {
                                        hello.welcome();
                                    } else {
                                        hello.who().receive();
                                    }
                                }
                                arrivals.join().serve("soup");
                            });
                    return dishes.toString();
                }
            }
            """;

    private Generated generated;
    private @Nullable Generated shared;

    @BeforeAll
    void generate() throws IOException {
        generated = Generated.from(OUTING, PLAY);
    }

    @Test
    void forEach(TestInfo test) throws IOException {
        Golden.assertUnchanged(test, Generated.from(OUTING).files());
    }

    @Test
    void membersLeaveAndTheOthersGoOn() throws Throwable {
        assertThat(generated.call("example.Play", "leaving", 4, 3)).isEqualTo("4 3 2 1");
    }

    @Test
    void membersStayBehindTheEndOfAnIncludedProtocol() throws Throwable {
        assertThat(Generated.from(GREETING, BANQUET, PLAY_BANQUET).call("example.Play", "dine", 3))
                .isEqualTo("[soup, soup, soup]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50})
    void ofAnySize(int guests) throws Throwable {
        assertThat(generated.call("example.Play", "leaving", guests, 1))
                .isEqualTo(guests + " " + Math.max(0, guests - 1));
    }

    @Test
    void membersThatLeaveBeforeOthersComeToTheBlockAreHeard() throws Throwable {
        Generated early = Generated.from("""
                package example;

                import dev.parley.annotation.*;

                @Protocol
                public interface Party {
                    @Role interface Host {}
                    @Role @Family interface Guest {}

                    @Message(from = Host.class, to = Guest.class) void invite();
                    Reply reply();
                    Reply2 again();

                    @ForEach(Guest.class)
                    @Choice(at = Guest.class)
                    interface Reply {
                        @Message(from = Guest.class, to = Host.class) void accept();
                        @Message(from = Guest.class, to = Host.class) End decline();
                    }
                    @ForEach(Guest.class)
                    @Choice(at = Guest.class)
                    interface Reply2 {
                        @Message(from = Guest.class, to = Host.class) void sure();
                        @Message(from = Guest.class, to = Host.class) End sorry();
                    }
                }
                """, """
                package example;

                public class Play {
                    /** All guests have said all before the host listens. */
                    public static String play() {
                        PartySession session = PartySession.open(3);
                        PartyHost.Reply reply = session.host().invite();
                        session.guest(0).receive().accept().sorry();
                        session.guest(1).receive().decline();
                        session.guest(2).receive().accept().sure();
                        StringBuilder heard = new StringBuilder();
                        PartyHost.InReply replies = reply.fork();
                        for (int guest : replies.members()) {
                            String said = replies.member(guest).receive().match(accept -> "accept ", decline -> "decline ");
                            heard.append(said);
                        }
                        PartyHost.InReply2 again = replies.join().fork();
                        for (int guest : again.members()) {
                            String said = again.member(guest).receive().match(sure -> " sure ", sorry -> " sorry ");
                            heard.append(guest).append(said);
                        }
                        again.join();
                        return heard.toString() + session.status();
                    }
                }
                """);
        assertThat(early.call("example.Play", "play")).isEqualTo("accept decline accept 0 sorry 2 sure CLOSED");
    }

    /** The clerk has seen nobody leave, and begins the block for those for whom the host does. */
    @RepeatedTest(20)
    void allBeginABlockForTheSameMembers() throws Throwable {
        assertThat(shared().call("example.Play", "play", 6)).isEqualTo("[1, 3, 5] [1, 3, 5] 9");
    }

    private Generated shared() throws IOException {
        if (shared == null) {
            shared = Generated.from("""
                    package example;

                    import dev.parley.annotation.*;

                    @Protocol
                    public interface Trip {
                        @Role interface Host {}
                        @Role interface Clerk {}
                        @Role @Family interface Guest {}

                        @Message(from = Host.class, to = {Guest.class, Clerk.class}) void invite();
                        Reply reply();
                        Bill bill();

                        @ForEach(Guest.class)
                        @Choice(at = Guest.class)
                        interface Reply {
                            @Message(from = Guest.class, to = Host.class) void accept();
                            @Message(from = Guest.class, to = Host.class) End decline();
                        }
                        @ForEach(Guest.class)
                        interface Bill {
                            @Message(from = Guest.class, to = Clerk.class) void pay(int euros);
                            @Message(from = Clerk.class, to = Host.class) void paid(int euros);
                        }
                    }
                    """, """
                    package example;

                    import java.util.List;

                    public class Play {
                        public static String play(int guests) {
                            Object[] members = new Object[2];
                            int[] sum = new int[1];
                            TripSession.run(guests,
                                    clerk -> {
                                        TripClerk.InBill bill = clerk.receive().fork();
                                        members[0] = bill.members();
                                        for (int guest : bill.members()) {
                                            TripClerkBillEachGuest.Pay pay = bill.member(guest).receive();
                                            pay.paid(pay.euros());
                                        }
                                        bill.join();
                                    },
                                    (index, guest) -> {
                                        TripGuest.Invite invited = guest.receive();
                                        if (index % 2 == 0) {
                                            invited.decline();
                                        } else {
                                            invited.accept().pay(index);
                                        }
                                    },
                                    host -> {
                                        TripHost.InReply replies = host.invite().fork();
                                        for (int guest : replies.members()) {
                                            replies.member(guest).receive().match(accept -> null, decline -> null);
                                        }
                                        TripHost.InBill bill = replies.join().fork();
                                        members[1] = bill.members();
                                        for (int guest : bill.members()) {
                                            sum[0] += bill.member(guest).receive().euros();
                                        }
                                        bill.join();
                                    });
                            return members[0] + " " + members[1] + " " + sum[0];
                        }
                    }
                    """);
        }
        return shared;
    }

    /** What follows the crash of a member is for those who stay, so it need not do without the family. */
    @Test
    void membersCrashAndTheOthersGoOn() throws Throwable {
        Generated crashing = Generated.from("""
                package example;

                import dev.parley.annotation.*;

                @Protocol
                public interface Jobs {
                    @Role interface Boss {}
                    @Role @Family interface Worker {}

                    @Message(from = Boss.class, to = Worker.class) void job(int number);
                    Answer answer();
                    @Message(from = Boss.class, to = Worker.class) void thanks();

                    @ForEach(Worker.class)
                    @Choice(at = Worker.class)
                    interface Answer {
                        @Message(from = Worker.class, to = Boss.class) void done(int result);
                        @OnCrash(Worker.class) End lost();
                    }
                }
                """, """
                package example;

                public class Play {
                    public static String play(int workers) {
                        StringBuilder heard = new StringBuilder();
                        int[] thanked = new int[workers];
                        JobsSession.run(workers,
                                boss -> {
                                    JobsBoss.InAnswer answers = boss.job(7).fork();
                                    for (int worker : answers.members()) {
                                        String said = answers.member(worker).receive()
                                                .match(done -> "done ", lost -> "lost ");
                                        heard.append(said);
                                    }
                                    answers.join().thanks();
                                },
                                (index, worker) -> {
                                    if (index == 0) {
                                        throw new IllegalStateException("no power");
                                    }
                                    JobsWorker.Job job = worker.receive();
                                    if (index == 2) {
                                        throw new IllegalStateException("no time");
                                    }
                                    job.done(index).receive();
                                    thanked[index]++;
                                });
                        for (int worker : thanked) {
                            heard.append(worker);
                        }
                        return heard.toString();
                    }
                }
                """);
        assertThat(crashing.call("example.Play", "play", 4)).isEqualTo("lost done lost done 0101");
    }

    @Test
    void allMayLeave() throws Throwable {
        assertThat(generated.call("example.Play", "leaving", 2, 4)).isEqualTo("2 1 0 0 0");
    }
}
