package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What generated code does when it runs. */
class GeneratedBehaviourTest {

    @Test
    void twoRolesPlayTheirProtocolOnTwoThreads() throws Throwable {
        Object total = Generated.play(Sources.CALCULATOR, """
                long[] total = {0};
                CalculatorSession.run(
                        client -> {
                            CalculatorClient.Ask ask = client;
                            for (int i = 1; i <= 1000; i++) {
                                CalculatorClient.Sum sum = ask.add(i, i % 2 == 0 ? -i : i).receive();
                                total[0] += sum.value();
                                ask = sum;
                            }
                            ask.bye();
                        },
                        server -> {
                            CalculatorServer.Ask ask = server;
                            while (ask != null) {
                                ask = ask.receive().match(add -> add.sum((long) add.x() + add.y()), bye -> null);
                            }
                        });
                return total[0];
                """);

        assertThat(total).isEqualTo(500_000L);
    }

    @Test
    void aMulticastReachesEveryReceiver() throws Throwable {
        Object heard = Generated.play(Sources.TWO_BUYER, """
                List<String> heard = new CopyOnWriteArrayList<>();
                TwoBuyerSession.run(
                        buyer -> {
                            var quote = buyer.title("Emma").receive();
                            String outcome = quote.share(quote.euros() / 2).receive()
                                    .match(accept -> accept.address(), reject -> "nowhere");
                            heard.add("Buyer: " + outcome);
                        },
                        friend -> {
                            var ship = friend.receive().receive().accept("Rue de la Paix").receive();
                            heard.add("Friend: " + ship.date());
                        },
                        seller -> {
                            String address = seller.receive().quote(38).receive().match(
                                    accept -> {
                                        accept.ship(LocalDate.of(2026, 3, 1));
                                        return accept.address();
                                    },
                                    reject -> "nowhere");
                            heard.add("Seller: " + address);
                        });
                return heard;
                """);

        assertThat((List<?>) heard)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrder("Buyer: Rue de la Paix", "Friend: 2026-03-01", "Seller: Rue de la Paix");
    }

    @Test
    void tryReceiveReturnsNullUntilAMessageIsThere() throws Throwable {
        Object received = Generated.play(Sources.CALCULATOR, """
                try (CalculatorSession session = CalculatorSession.open()) {
                    CalculatorServer.Ask server = session.server();
                    List<Object> received = new ArrayList<>(Arrays.asList(server.tryReceive()));
                    session.client().bye();
                    received.add(server.tryReceive() instanceof CalculatorServer.Bye);
                    return received;
                }
                """);

        assertThat((List<?>) received).isEqualTo(Arrays.asList(null, true));
    }

    @Test
    void aTimedReceiveThatFailsCanBeRepeated() throws Throwable {
        Object sum = Generated.play(Sources.CALCULATOR, """
                try (CalculatorSession session = CalculatorSession.open()) {
                    CalculatorClient.Reply reply = session.client().add(20, 22);
                    try {
                        return reply.receive(Duration.ofMillis(1));
                    } catch (TimeoutException expected) {
                        CalculatorServer.Ask ask = session.server();
                        if (ask.receive() instanceof CalculatorServer.Add add) {
                            ask = add.sum(add.x() + add.y());
                        }
                        return reply.receive(Duration.ofDays(1)).value();
                    }
                }
                """);

        assertThat(sum).isEqualTo(42L);
    }

    @Test
    void aTimedReceiveThrowsWhenNothingComes() {
        assertThatThrownBy(() -> Generated.play(Sources.CALCULATOR, """
                        try (CalculatorSession session = CalculatorSession.open()) {
                            return session.server().receive(Duration.ofMillis(1));
                        }
                        """)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void aStateThatWasLeftSaysWhereTheRoleIs() {
        assertThatThrownBy(() -> Generated.play(Sources.CALCULATOR, """
                        try (CalculatorSession session = CalculatorSession.open()) {
                            CalculatorClient.Ask ask = session.client();
                            CalculatorClient.Reply reply = ask.add(1, 2);
                            ask.bye();
                            return reply;
                        }
                        """))
                .hasToString(
                        "dev.parley.runtime.StateUsedException: Client has left the state Ask, which was used again: it is "
                                + "in Reply, where it may receive sum(long value) from Server. Use each state once, and go on "
                                + "with what its method returns.");
    }

    @Test
    void aMessageIsReadableUntilTheNextIsReceived() throws Throwable {
        Object readings = Generated.play(Sources.CALCULATOR, """
                try (CalculatorSession session = CalculatorSession.open()) {
                    List<Object> readings = new ArrayList<>();
                    CalculatorClient.Ask client = session.client();
                    CalculatorClient.Reply reply = client.add(1, 2);
                    CalculatorServer.Add add = (CalculatorServer.Add) session.server().receive();
                    CalculatorServer.Add.Copy kept = add.copy();
                    CalculatorServer.Ask server = add.sum(3);
                    readings.add(add.y());
                    reply.receive().bye();
                    readings.add(add.y());
                    readings.add(server.receive() instanceof CalculatorServer.Bye);
                    readings.add(kept);
                    try {
                        readings.add(add.y());
                    } catch (StateUsedException gone) {
                        readings.add(gone.getMessage());
                    }
                    return readings;
                }
                """);

        assertThat(((List<?>) readings).stream().map(Object::toString))
                .containsExactly(
                        "2",
                        "2",
                        "true",
                        "Copy[x=1, y=2]",
                        "The message Add is gone: Server has received another since, and is in End. Take what is to "
                                + "be kept with copy() before the next receive.");
    }

    @Test
    void whatAFunctionOfMatchThrowsIsThrownByRun() {
        assertThatThrownBy(() -> Generated.from(Sources.CALCULATOR, """
                        package example;

                        import java.io.IOException;

                        public class Play {
                            public static void play() throws IOException {
                                CalculatorSession.run(CalculatorClient.Ask::bye, server -> serve(server));
                            }

                            private static void serve(CalculatorServer.Ask ask) throws IOException {
                                ask.receive().match(add -> add, bye -> { throw new IOException("disk full"); });
                            }
                        }
                        """).call("example.Play", "play"))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void aRoleThatIsNotToldFindsThatTheProtocolIsOver() throws Throwable {
        Object filed = Generated.play(Sources.JOBS, """
                List<String> filed = new ArrayList<>();
                JobsSession.run(
                        archive -> {
                            JobsArchive.Filing filing = archive;
                            while (filing != null) {
                                filing = filing.receive().match(
                                        file -> {
                                            filed.add(file.report());
                                            return file;
                                        },
                                        ended -> null);
                            }
                        },
                        boss -> boss.job(1).job(2).enough(),
                        worker -> {
                            JobsWorker.Day day = worker;
                            while (day.receive() instanceof JobsWorker.Job job) {
                                day = job.file("job " + job.number());
                            }
                        });
                return filed;
                """);

        assertThat(filed).isEqualTo(List.of("job 1", "job 2"));
    }

    @Test
    void aRoleThatIsOverStandsAtItsEnd() throws Throwable {
        Object said = Generated.play(Sources.JOBS, """
                try (JobsSession session = JobsSession.open()) {
                    session.boss().enough();
                    session.worker().receive();
                    JobsArchive.Filing archive = session.archive();
                    archive.receive();
                    try {
                        return archive.tryReceive();
                    } catch (StateUsedException used) {
                        return List.of(session.status(), session.localState("Archive").isFinal(), used.getMessage());
                    }
                }
                """);

        assertThat(((List<?>) said).stream().map(Object::toString))
                .containsExactly(
                        "CLOSED",
                        "true",
                        "Archive has left the state Filing, which was used again: it is in End, where it has reached "
                                + "its end. Use each state once, and go on with what its method returns.");
    }

    @Test
    void severalSendersAreOneReceive() throws Throwable {
        for (boolean ann : List.of(true, false)) {
            Object answer = Generated.play(Sources.QUIZ, """
                    int[] answer = {0};
                    QuizSession.run(
                            ann -> ann.receive().match(
                                    askAnn -> { askAnn.left(1); return true; },
                                    sorry -> false),
                            bob -> bob.receive().match(
                                    askBob -> { askBob.right(2); return true; },
                                    sorry -> false),
                            host -> { if (%s) { host.askAnn("?"); } else { host.askBob("?"); } },
                            judge -> judge.receive().match(
                                    left -> { answer[0] = left.answer(); left.sorry(); return true; },
                                    right -> { answer[0] = right.answer(); right.sorry(); return true; }));
                    return answer[0];
                    """.formatted(ann));

            assertThat(answer).isEqualTo(ann ? 1 : 2);
        }
    }

    @Test
    void aMessageThatTheStateDoesNotKnowFaultsTheSession() throws Throwable {
        Object said = Generated.play(Sources.CALCULATOR, """
                class Stranger extends Endpoint {
                    Stranger(Session session) {
                        super(session, 0);
                    }

                    @Override
                    protected int state() {
                        return 0;
                    }
                }
                String[] spec = new String(Play.class.getResourceAsStream("/META-INF/parley/example.Calculator.spec")
                        .readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("\\n");
                Session session = Session.open(ProtocolSpec.of(spec), SessionOptions.defaults());
                new Stranger(session).out(0).send(7L << 32);
                try {
                    return CalculatorServer.enter(session).receive();
                } catch (IllegalStateException unexpected) {
                    return List.of(session.status(), unexpected.getMessage());
                }
                """);

        assertThat(((List<?>) said).stream().map(Object::toString))
                .containsExactly(
                        "FAULTED",
                        "Message 7 came to Server in Ask, where it may receive add(int x, int y) from Client or bye() "
                                + "from Client. Make sure that all parties run the same version of example.Calculator.");
    }
}
