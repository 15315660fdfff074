package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Roles with choices that have a timeout, played by events. */
class TimedHandlerTest {

    /** The buyer may think for as long as the timeout says. */
    private static String bargain(String timeout) {
        return Sources.protocol("""
                @Protocol
                public interface Bargain {
                    @Role interface Buyer {}
                    @Role interface Seller {}

                    @Message(from = Seller.class, to = Buyer.class) void offer(int euros);
                    Decision decide();

                    @Choice(at = Buyer.class)
                    interface Decision {
                        @Message(from = Buyer.class, to = Seller.class) void buy(int number);
                        @Timeout("%s") @Message(from = Buyer.class, to = Seller.class) void leave();
                        @OnCrash(Buyer.class) void lost();
                    }
                }
                """.formatted(timeout));
    }

    private static final String HANDLERS = """
            class Thinking implements BargainBuyer.Handler {
                volatile int number;
                int asked;
                int late;

                @Override
                public Next offer(BargainBuyer.Offer offer) {
                    return offer;
                }

                @Override
                public Next continueDecision(BargainBuyer.Decision decision) {
                    asked++;
                    return number == 0 ? decision : decision.buy(number);
                }

                @Override
                public void decisionTimedOut() {
                    late++;
                }
            }
            class Offering implements BargainSeller.Handler {
                String heard = "";

                @Override
                public BargainSeller.Decision start(BargainSeller.Start start) {
                    return start.offer(100);
                }

                @Override
                public void buy(BargainSeller.Buy buy) {
                    heard += "buy " + buy.number();
                }

                @Override
                public void leave(BargainSeller.Leave leave) {
                    heard += "leave";
                }

                @Override
                public void lost(BargainSeller.Lost lost) {
                    heard += "lost";
                }
            }
            Reactor reactor = new Reactor();
            Thinking buyer = new Thinking();
            Offering seller = new Offering();
            """;

    private static Object play(String timeout, String statements) throws Throwable {
        return Generated.play(bargain(timeout), HANDLERS + statements);
    }

    @Test
    void theReactorChoosesWhenTheTimeIsUp() throws Throwable {
        assertThat(play("20ms", """
                List<Object> seen = new ArrayList<>();
                for (boolean sameThread : List.of(true, false)) {
                    SessionOptions options = SessionOptions.defaults();
                    BargainSession session = BargainSession.open(sameThread ? options.sameThread() : options);
                    session.buyer(reactor, buyer);
                    session.seller(reactor, seller);
                    long begun = System.nanoTime();
                    while (session.status() == SessionStatus.ACTIVE) {
                        reactor.drain();
                    }
                    seen.add(session.status());
                    seen.add(System.nanoTime() - begun >= 20_000_000);
                }
                seen.addAll(List.of(buyer.late, buyer.asked, seller.heard));
                return seen;
                """))
                .isEqualTo(List.of(SessionStatus.CLOSED, true, SessionStatus.CLOSED, true, 2, 0, "leaveleave"));
    }

    /** Nobody but the clock could wake the reactor's thread. */
    @Test
    void aReactorThatRestsIsThereInTime() throws Throwable {
        assertThat(play("20ms", """
                BargainSession session = BargainSession.open();
                session.buyer(reactor, buyer);
                Thread thread = new Thread(reactor::run);
                thread.start();
                String heard = session.seller().offer(7).receive().match(buy -> "buy", leave -> "leave", lost -> "lost");
                reactor.close();
                thread.join();
                return heard + buyer.late;
                """)).isEqualTo("leave1");
    }

    @Test
    void untilThenTheChoiceMayBeMade() throws Throwable {
        assertThat(play("1h", """
                BargainSession session = BargainSession.open(SessionOptions.defaults().sameThread());
                Prompt prompt = session.buyer(reactor, buyer);
                session.seller(reactor, seller);
                List<Object> seen = new ArrayList<>();
                seen.add(reactor.drain());
                prompt.lookAgain();
                prompt.lookAgain();
                reactor.drain();
                seen.add(buyer.asked);
                seen.add(session.status());
                buyer.number = 3;
                prompt.lookAgain();
                reactor.drain();
                seen.addAll(List.of(buyer.asked, buyer.late, seller.heard, session.status()));
                prompt.lookAgain();
                seen.add(reactor.drain());
                return seen;
                """))
                .isEqualTo(List.of(2L, 1, SessionStatus.ACTIVE, 2, 0, "buy 3", SessionStatus.CLOSED, 0L));
    }

    /** Whoever is asked before he comes to the choice is asked when he has come. */
    @Test
    void noPromptIsLost() throws Throwable {
        assertThat(play("1h", """
                BargainSession session = BargainSession.open(SessionOptions.defaults().sameThread());
                buyer.number = 4;
                session.buyer(reactor, buyer).lookAgain();
                reactor.drain();
                session.seller(reactor, seller);
                reactor.drain();
                return List.of(buyer.asked, seller.heard);
                """)).isEqualTo(List.of(1, "buy 4"));
    }

    /** Another thread says what to choose at about the time when the time is up: one of both happens, and the seller hears of it. */
    @Test
    void eitherTheHandlerChoosesOrTheClock() throws Throwable {
        assertThat(play("1ms", """
                Thread thread = new Thread(reactor::run);
                thread.start();
                Map<Thinking, Integer> heard = new LinkedHashMap<>();
                for (int i = 0; i < 2_000 && (i < 200 || !heard.containsValue(0) || !heard.containsValue(5)); i++) {
                    BargainSession session = BargainSession.open();
                    Thinking each = new Thinking();
                    Prompt prompt = session.buyer(reactor, each);
                    BargainSeller.Decision decision = session.seller().offer(i);
                    long end = System.nanoTime() + 900_000 + i % 10 * 40_000L;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    each.number = 5;
                    prompt.lookAgain();
                    heard.put(each, decision.receive().match(buy -> buy.number(), leave -> 0, lost -> -1));
                }
                reactor.close();
                thread.join();
                heard.forEach((each, number) -> {
                    if (number + 5 * each.late != 5) {
                        throw new AssertionError("the seller heard " + number + ", the buyer was told " + each.late + " times");
                    }
                });
                return new TreeSet<>(heard.values());
                """)).isEqualTo(Set.of(0, 5));
    }

    /** While a handler chooses nobody else does, for however long. */
    @Test
    void aHandlerIsNeverTooLate() throws Throwable {
        assertThat(play("1ms", """
                BargainSession session = BargainSession.open(SessionOptions.defaults().sameThread());
                session.buyer(reactor, new Thinking() {
                    @Override
                    public Next offer(BargainBuyer.Offer offer) {
                        long end = System.nanoTime() + 2_000_000;
                        while (System.nanoTime() < end) {
                            Thread.onSpinWait();
                        }
                        return offer.buy(1);
                    }
                });
                session.seller(reactor, seller);
                reactor.drain();
                return seller.heard;
                """)).isEqualTo("buy 1");
    }

    @Test
    void aHandlerThatFailsWhenTheTimeIsUpFailsItsSession() throws Throwable {
        assertThat(play("1ms", """
                List<Throwable> causes = new ArrayList<>();
                BargainSession session = BargainSession.open(SessionOptions.defaults()
                        .sameThread()
                        .listener((changed, from, to) -> changed.cause().ifPresent(causes::add)));
                session.buyer(reactor, new Thinking() {
                    @Override
                    public void decisionTimedOut() {
                        throw new IllegalStateException("ill");
                    }
                });
                session.seller(reactor, seller);
                while (session.status() == SessionStatus.ACTIVE) {
                    reactor.drain();
                }
                return causes.get(0).getMessage();
                """))
                .asString()
                .startsWith("The handler of Buyer has failed in ")
                .endsWith(": ill");
    }

    @Test
    void othersGoOnWithoutAHandlerThatFailsWhenItIsAsked() throws Throwable {
        assertThat(play("1h", """
                BargainSession session = BargainSession.open(SessionOptions.defaults().sameThread());
                session.buyer(reactor, new Thinking() {
                    @Override
                    public Next continueDecision(BargainBuyer.Decision decision) {
                        throw new IllegalStateException("ill");
                    }
                }).lookAgain();
                session.seller(reactor, seller);
                reactor.drain();
                return List.of(seller.heard, session.status());
                """)).isEqualTo(List.of("lost", SessionStatus.CLOSED));
    }

    @Test
    void noTimeIsLeftWhenTheSessionEnds() throws Throwable {
        assertThat(play("1h", """
                BargainSession session = BargainSession.open(SessionOptions.defaults().sameThread());
                session.buyer(reactor, buyer);
                session.seller(reactor, seller);
                reactor.drain();
                session.close();
                reactor.drain();
                return List.of(buyer.late, session.status());
                """)).isEqualTo(List.of(0, SessionStatus.CLOSED));
    }

    /** The seller would wait for the buyer for ever. */
    @Test
    void aClosedReactorCancelsTheSessionsInWhichItWasToChoose() throws Throwable {
        assertThat(play("1h", """
                BargainSession session = BargainSession.open();
                session.buyer(reactor, buyer);
                BargainSeller.Decision decision = session.seller().offer(1);
                reactor.drain();
                reactor.close();
                try {
                    decision.receive();
                    return "came back";
                } catch (SessionCancelledException e) {
                    return e.getMessage();
                }
                """)).asString().contains("the reactor that plays its role Buyer was closed");
    }

    /** The timeout is what keeps time; the worker only says what it has to, and is asked again behind each. */
    @Test
    void aRoleMayTickBetweenItsMessages() throws Throwable {
        assertThat(Generated.play(Sources.protocol("""
                @Protocol
                public interface Watching {
                    @Role interface Guard {}
                    @Role interface Office {}

                    Night watch();

                    @Choice(at = Guard.class)
                    interface Night {
                        @Timeout("2ms") @Message(from = Guard.class, to = Office.class) Night quiet();
                        @Message(from = Guard.class, to = Office.class) End morning();
                    }
                }
                """), """
                List<Object> log = new ArrayList<>();
                Reactor reactor = new Reactor();
                WatchingSession session = WatchingSession.open(SessionOptions.defaults().sameThread());
                session.guard(reactor, new WatchingGuard.Handler() {
                    private int rounds;

                    @Override
                    public Next start(WatchingGuard.Night night) {
                        return night;
                    }

                    @Override
                    public Next nightTimedOut(WatchingGuard.Night night) {
                        return ++rounds == 3 ? night.morning() : night;
                    }
                });
                session.office(reactor, new WatchingOffice.Handler() {
                    @Override
                    public WatchingOffice.Night quiet(WatchingOffice.Quiet quiet) {
                        log.add("quiet");
                        return quiet;
                    }

                    @Override
                    public void morning(WatchingOffice.Morning morning) {
                        log.add("morning");
                    }
                });
                while (session.status() == SessionStatus.ACTIVE) {
                    reactor.drain();
                }
                return log;
                """)).isEqualTo(List.of("quiet", "quiet", "quiet", "morning"));
    }
}
