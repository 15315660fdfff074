package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What generated code does where a role plays several branches of a parallel block. */
class ParallelBehaviourTest {

    /** Plays the branches of one round, each in the thread that calls. */
    private static final String BRANCHES = """
            package example;

            import java.util.*;
            import java.util.concurrent.*;

            public class Branches {
                public static void offer(RoundsWorkerBothRight.Offer offer, int times) {
                    for (int i = 0; i < times; i++) {
                        offer = offer.more("thing " + i);
                    }
                    offer.enough();
                }

                public static int take(RoundsHostBothRight.Offer offer) {
                    int taken = 0;
                    while (offer.receive() instanceof RoundsHostBothRight.More more) {
                        taken += more.what().length();
                        offer = more;
                    }
                    return taken;
                }

                public static long ask(RoundsHostBothLeft.Start left, int number) {
                    return left.left(number).receive().square();
                }

                public static void answer(RoundsWorkerBothLeft.Start left) {
                    var asked = left.receive();
                    asked.result((long) asked.number() * asked.number());
                }
            }
            """;

    @Test
    void aRolePlaysItsBranchesOnSeveralThreadsRoundAfterRound() throws Throwable {
        Object total = play("""
                ExecutorService threads = Executors.newFixedThreadPool(4);
                long[] total = {0};
                RoundsSession.run(
                        host -> {
                            RoundsHost.Next next = host;
                            for (int i = 1; i <= 500; i++) {
                                RoundsHost.InBoth both = next.go().fork();
                                RoundsHostBothLeft.Start left = both.left();
                                RoundsHostBothRight.Offer right = both.right();
                                int number = i;
                                Future<Long> square = threads.submit(() -> Branches.ask(left, number));
                                total[0] += Branches.take(right);
                                next = both.join();
                                total[0] += square.get();
                            }
                            next.stop();
                        },
                        worker -> {
                            RoundsWorker.Next next = worker;
                            while (next.receive() instanceof RoundsWorker.Go go) {
                                RoundsWorker.InBoth both = go.fork();
                                RoundsWorkerBothRight.Offer right = both.right();
                                threads.execute(() -> Branches.offer(right, 3));
                                Branches.answer(both.left());
                                next = both.join();
                            }
                        });
                threads.shutdown();
                return total[0];
                """);

        assertThat(total).isEqualTo(500L * 501 * 1001 / 6 + 500L * 3 * "thing 0".length());
    }

    @Test
    void oneThreadPlaysTheBranchesOneAfterTheOther() throws Throwable {
        Object result = play("""
                try (RoundsSession session = RoundsSession.open(SessionOptions.defaults().sameThread())) {
                    RoundsHost.InBoth host = session.host().go().fork();
                    RoundsWorker.Next idle = session.worker();
                    RoundsWorker.InBoth worker = ((RoundsWorker.Go) idle.receive()).fork();
                    var left = host.left().left(7);
                    Branches.answer(worker.left());
                    Branches.offer(worker.right(), 2);
                    RoundsWorker.Next next = worker.join();
                    List<Object> result = new ArrayList<>(List.of(left.receive().square(), Branches.take(host.right())));
                    host.join().stop();
                    result.add(next.receive() instanceof RoundsWorker.Stop);
                    result.add(session.status());
                    return result.toString();
                }
                """);

        assertThat(result).isEqualTo("[49, 14, true, CLOSED]");
    }

    @Test
    void aBranchThatNobodyBeganIsNotWaitedFor() {
        assertThatThrownBy(() -> play("""
                        RoundsHost.InBoth both = RoundsSession.open().host().go().fork();
                        both.left().left(1);
                        return both.join();
                        """))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The branch right of Both was begun by nobody, so it would be waited for in vain."
                        + " Begin each branch before join().");
    }

    @Test
    void aBranchIsBegunOnce() {
        assertThatThrownBy(() -> play("""
                        RoundsHost.InBoth both = RoundsSession.open().host().go().fork();
                        both.left().left(1);
                        return both.left();
                        """))
                .hasMessage(
                        "The branch left of Both was begun before. Begin each branch once whenever its role has come"
                                + " to the block, and go on with what the methods of its states return.");
    }

    @Test
    void aBranchIsNotBegunAfterTheRoleHasLeftIt() {
        assertThatThrownBy(() -> play("""
                        RoundsSession session = RoundsSession.open(SessionOptions.defaults().sameThread());
                        RoundsHost.InBoth host = session.host().go().fork();
                        RoundsWorker.Next idle = session.worker();
                        RoundsWorker.InBoth worker = ((RoundsWorker.Go) idle.receive()).fork();
                        host.left().left(7);
                        Branches.answer(worker.left());
                        Branches.offer(worker.right(), 2);
                        var next = worker.join();
                        return worker.left();
                        """))
                .hasMessage(
                        "Worker has left the state InBoth, which was used again: it is in Next, where it may receive"
                                + " go() from Host or stop() from Host. Use each state once, and go on with what its method returns.");
    }

    @Test
    void aRoleThatWaitsForItsBranchesLearnsThatTheSessionIsCancelled() throws Throwable {
        Object failures = play("""
                RoundsSession session = RoundsSession.open();
                RoundsHost.InBoth both = session.host().go().fork();
                var reply = both.left().left(1);
                var right = both.right();
                List<String> failures = new CopyOnWriteArrayList<>();
                CountDownLatch running = new CountDownLatch(2);
                Thread left = new Thread(() -> {
                    running.countDown();
                    try {
                        reply.receive();
                    } catch (SessionCancelledException e) {
                        failures.add("left: " + e.getMessage());
                    }
                });
                Thread role = new Thread(() -> {
                    running.countDown();
                    try {
                        both.join().stop();
                    } catch (SessionCancelledException e) {
                        failures.add("role: " + e.getMessage());
                    }
                });
                left.start();
                role.start();
                running.await();
                session.cancel("enough of it");
                left.join();
                role.join();
                Collections.sort(failures);
                return failures.toString();
                """);

        assertThat(failures.toString()).matches("\\[left: Session .* was cancelled: enough of it., role: Session .*]");
    }

    @Test
    void theStateOfABranchIsSeenFromOutside() throws Throwable {
        Object seen = play("""
                RoundsSession session = RoundsSession.open();
                List<Object> seen = new ArrayList<>();
                seen.add(session.localState("Host.Both.left").isIdle());
                RoundsHost.InBoth both = session.host().go().fork();
                var reply = both.left().left(1);
                seen.add(session.localState("Host.Both.left"));
                seen.add(session.localState("Host").name());
                return seen.toString();
                """);

        assertThat(seen)
                .isEqualTo("[true, Host.Both.left in Answer: Worker.Both.left?result(long square).Done, InBoth]");
    }

    @Test
    void aSessionWhoseBlockIsNeverEnteredEnds() throws Throwable {
        Object status = play("""
                RoundsSession session = RoundsSession.open();
                session.host().stop();
                session.worker().receive();
                return session.status();
                """);

        assertThat(status).hasToString("CLOSED");
    }

    @Test
    void aBranchHasBranchesOfItsOwn() throws Throwable {
        String protocol = """
                package example;

                import dev.parley.annotation.*;

                @Protocol
                public interface Nest {
                    @Role interface Host {}
                    @Role interface Worker {}

                    Outer outer();
                    @Message(from = Worker.class, to = Host.class) void report(int sum);

                    @Parallel
                    interface Outer {
                        @Message(from = Host.class, to = Worker.class) Left left(int one);
                        @Message(from = Worker.class, to = Host.class) void right(int two);
                    }
                    interface Left {
                        Inner inner();
                        @Message(from = Host.class, to = Worker.class) void after(int five);
                    }
                    @Parallel
                    interface Inner {
                        @Message(from = Host.class, to = Worker.class) void there(int three);
                        @Message(from = Worker.class, to = Host.class) void back(int four);
                    }
                }
                """;
        String program = """
                package example;

                import dev.parley.runtime.*;
                import java.util.*;

                public class Play {
                    public static String play() throws Exception {
                        List<Integer> host = new ArrayList<>();
                        List<Integer> worker = new ArrayList<>();
                        NestSession.run(
                                start -> {
                                    NestHost.InOuter outer = start.fork();
                                    NestHostOuterLeft.InInner inner = outer.left().left(1).fork();
                                    host.add(inner.back().receive().four());
                                    inner.there().there(3);
                                    inner.join().after(5);
                                    host.add(outer.right().receive().two());
                                    host.add(outer.join().receive().sum());
                                },
                                start -> {
                                    NestWorker.InOuter outer = start.fork();
                                    outer.right().right(2);
                                    var left = outer.left().receive();
                                    worker.add(left.one());
                                    NestWorkerOuterLeft.InInner inner = left.fork();
                                    inner.back().back(4);
                                    worker.add(inner.there().receive().three());
                                    worker.add(inner.join().receive().five());
                                    outer.join().report(9);
                                });
                        return host + " " + worker;
                    }
                }
                """;

        assertThat(Generated.from(protocol, program).call("example.Play", "play"))
                .isEqualTo("[4, 2, 9] [1, 3, 5]");
    }

    private static Object play(String statements) throws Throwable {
        String program = """
                package example;

                import dev.parley.runtime.*;
                import java.util.*;
                import java.util.concurrent.*;

                public class Play {
                    public static Object play() throws Exception {
                %s
                    }
                }
                """.formatted(statements.indent(8));
        return Generated.from(Sources.ROUNDS, BRANCHES, program).call("example.Play", "play");
    }
}
