package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.RoleTakenException;
import dev.parley.runtime.SessionCancelledException;
import dev.parley.runtime.StateUsedException;
import org.junit.jupiter.api.Test;

/** How roles are handed over by seats within a process. */
class SeatTest {

    private static final String RELAY = """
            package example;

            import dev.parley.annotation.*;
            import dev.parley.runtime.Seat;

            @Protocol
            public interface Relay {
                @Role interface Giver {}
                @Role interface Taker {}

                @Message(from = Giver.class, to = Taker.class) void take(Seat.At<Calculator.Client, Calculator.Ask> seat);
            }
            """;

    private static final String CALLED_SEAT = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Theatre {
                @Role interface Guest {}
                @Role interface Usher {}

                Enter enter();

                @Choice(at = Guest.class)
                interface Enter {
                    @Message(from = Guest.class, to = Usher.class) Enter toSeat();
                    @Message(from = Guest.class, to = Usher.class) End leave();
                }
            }
            """;

    /** There is time enough to hand a seat on, also for a busy machine. */
    private static final String PATIENCE = """
            package example;

            import dev.parley.annotation.*;

            @Protocol
            public interface Patience {
                @Role interface Buyer {}
                @Role interface Seller {}

                Decide decide();

                @Choice(at = Buyer.class)
                interface Decide {
                    @Message(from = Buyer.class, to = Seller.class) void buy();
                    @Timeout("1s") @Message(from = Buyer.class, to = Seller.class) void leave();
                }
            }
            """;

    @Test
    void whoeverReceivesASeatGoesOnWhereTheOtherLeftOff() throws Throwable {
        Object sums = play("""
                List<Long> sums = new CopyOnWriteArrayList<>();
                try (CalculatorSession calculator = CalculatorSession.open()) {
                    CalculatorClient.Ask first = calculator.client();
                    CalculatorServer.Ask waiting = calculator.server();
                    Thread server = new Thread(() -> {
                        CalculatorServer.Ask ask = waiting;
                        while (ask != null) {
                            ask = ask.receive().match(add -> add.sum((long) add.x() + add.y()), bye -> null);
                        }
                    });
                    server.start();
                    CalculatorClient.Sum sum = first.add(1, 2).receive();
                    sums.add(sum.value());
                    RelaySession.run(
                            giver -> giver.take(sum.toSeatAtAsk()),
                            taker -> {
                                CalculatorClient.Ask ask = CalculatorClient.sitAtAsk(taker.receive().seat());
                                CalculatorClient.Sum more = ask.add(20, 22).receive();
                                sums.add(more.value());
                                more.bye();
                            });
                    server.join();
                    return sums + " " + calculator.status();
                }
                """);

        assertThat(sums).isEqualTo("[3, 42] CLOSED");
    }

    @Test
    void aStateThatWasTurnedIntoASeatIsUsed() {
        assertThatThrownBy(() -> play("""
                        CalculatorSession session = CalculatorSession.open();
                        CalculatorClient.Ask ask = session.client();
                        CalculatorClient.Ask again = CalculatorClient.sitAtAsk(ask.toSeatAtAsk());
                        ask.bye();
                        return again;
                        """))
                .isInstanceOf(StateUsedException.class)
                .hasMessage("Client has left the state Ask, which was used again: it was turned into a seat in Ask. "
                        + "Whoever sits down on that seat plays the role from there on.");
    }

    @Test
    void aSeatIsSatDownOnOnce() {
        assertThatThrownBy(() -> play("""
                        CalculatorSession session = CalculatorSession.open();
                        Seat<Calculator.Client> seat = session.client().toSeat();
                        CalculatorClient.Ask ask = CalculatorClient.sit(seat);
                        return List.of(ask, CalculatorClient.sit(seat));
                        """))
                .isInstanceOf(StateUsedException.class)
                .hasMessageMatching(
                        "Used again: the seat of Client in session Calculator-\\d+\\. A seat is used once, be it "
                                + "sent to somebody or sat down on; whoever it was sent to has it now\\.");
    }

    @Test
    void aSeatThatWasSentIsGone() {
        assertThatThrownBy(() -> play("""
                        var seat = CalculatorSession.open().client().toSeatAtAsk();
                        RelaySession.open().giver().take(seat);
                        return CalculatorClient.sitAtAsk(seat);
                        """)).isInstanceOf(StateUsedException.class);
    }

    @Test
    void aSeatIsSentOnce() {
        assertThatThrownBy(() -> play("""
                        var seat = CalculatorSession.open().client().toSeatAtAsk();
                        RelaySession.open().giver().take(seat);
                        RelaySession.open().giver().take(seat);
                        return null;
                        """)).isInstanceOf(StateUsedException.class);
    }

    @Test
    void aSeatThatCouldNotBeSentIsStillThere() throws Throwable {
        Object state = play("""
                CalculatorSession calculator = CalculatorSession.open();
                var seat = calculator.client().toSeatAtAsk();
                RelaySession relay = RelaySession.open();
                var giver = relay.giver();
                relay.cancel("enough");
                try {
                    giver.take(seat);
                    return "sent";
                } catch (SessionCancelledException expected) {
                    CalculatorClient.Reply reply = CalculatorClient.sitAtAsk(seat).add(1, 2);
                    return calculator.localState("Client").name();
                }
                """);

        assertThat(state).isEqualTo("Reply");
    }

    @Test
    void nobodySitsDownInASessionThatHasEnded() {
        assertThatThrownBy(() -> play("""
                        CalculatorSession session = CalculatorSession.open();
                        var seat = session.client().toSeat();
                        session.cancel("enough");
                        return CalculatorClient.sit(seat);
                        """))
                .isInstanceOf(SessionCancelledException.class)
                .hasMessageContaining("enough");
    }

    @Test
    void aRoleThatWasLeftCannotBeEnteredFromTheSession() {
        assertThatThrownBy(() -> play("""
                        CalculatorSession session = CalculatorSession.open();
                        var seat = session.client().toSeat();
                        return List.of(seat, session.client());
                        """)).isInstanceOf(RoleTakenException.class);
    }

    @Test
    void aRunLastsUntilThoseWhoWereGivenItsRolesAreDone() throws Throwable {
        Object sum = play("""
                BlockingQueue<Seat<Calculator.Client>> seats = new LinkedBlockingQueue<>();
                CompletableFuture<Long> result = new CompletableFuture<>();
                new Thread(() -> {
                    try {
                        CalculatorClient.Sum sum = CalculatorClient.sit(seats.take()).add(20, 22).receive();
                        result.complete(sum.value());
                        sum.bye();
                    } catch (InterruptedException e) {
                        result.completeExceptionally(e);
                    }
                }).start();
                CalculatorSession.run(
                        client -> seats.add(client.toSeat()),
                        server -> {
                            CalculatorServer.Ask ask = server;
                            while (ask != null) {
                                ask = ask.receive().match(add -> add.sum((long) add.x() + add.y()), bye -> null);
                            }
                        });
                return result.get();
                """);

        assertThat(sum).isEqualTo(42L);
    }

    @Test
    void aProgramThatFailsTakesTheRolesWithItThatItSatDownOn() {
        assertThatThrownBy(() -> play("""
                        CalculatorSession calculator = CalculatorSession.open();
                        var seat = calculator.client().toSeatAtAsk();
                        try {
                            RelaySession.run(giver -> giver.take(seat), taker -> {
                                CalculatorClient.Ask ask = CalculatorClient.sitAtAsk(taker.receive().seat());
                                throw new IllegalArgumentException("tired of " + ask);
                            });
                        } catch (IllegalArgumentException expected) {
                            return calculator.server().receive();
                        }
                        return "played on";
                        """))
                .isInstanceOf(SessionCancelledException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tired of");
    }

    @Test
    void aProgramThatReturnsTooEarlyDoes() {
        assertThatThrownBy(() -> play("""
                        CalculatorSession calculator = CalculatorSession.open();
                        var seat = calculator.client().toSeatAtAsk();
                        RelaySession.run(
                                giver -> giver.take(seat),
                                taker -> CalculatorClient.sitAtAsk(taker.receive().seat()));
                        return calculator.server().receive();
                        """))
                .isInstanceOf(SessionCancelledException.class)
                .hasMessageMatching(
                        ".*The program returned that played Client in session Calculator-\\d+, where the role "
                                + "may send add\\(int x, int y\\) to Server or bye\\(\\) to Server\\. "
                                + "Play the role to an end of the protocol, or hand it on\\..*");
    }

    @Test
    void theTimeToChooseBeginsAnewForWhoeverSitsDown() throws Throwable {
        Object told = Generated.playAll("""
                try (PatienceSession session = PatienceSession.open()) {
                    Seat.At<Patience.Buyer, Patience.Decide> seat = session.buyer().toSeatAtDecide();
                    PatienceBuyer.Decide decide = PatienceBuyer.sitAtDecide(seat);
                    String told = session.seller().receive().match(buy -> "bought", leave -> "left");
                    decide.leave();
                    return told + " " + session.status();
                }
                """, PATIENCE);

        assertThat(told).isEqualTo("left CLOSED");
    }

    @Test
    void soItDoesInAnotherProcess() throws Throwable {
        Object told = Generated.playAll("""
                var here = new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0);
                try (SeatExchange home = SeatExchange.open(here, dev.parley.runtime.transport.BasicCodec::new);
                        SeatExchange away = SeatExchange.open(here, dev.parley.runtime.transport.BasicCodec::new);
                        PatienceSession session = PatienceSession.open()) {
                    String text = home.encode(session.buyer().toSeatAtDecide());
                    @SuppressWarnings("unchecked")
                    var seat = (Seat.At<Patience.Buyer, Patience.Decide>) away.decode(
                            text, "dev.parley.runtime.Seat.At<example.Patience.Buyer, example.Patience.Decide>");
                    PatienceBuyer.Decide decide = PatienceBuyer.sitAtDecide(seat);
                    String told = session.seller().receive().match(buy -> "bought", leave -> "left");
                    decide.leave();
                    session.awaitEnd(Duration.ofSeconds(30));
                    return told + " " + session.status();
                }
                """, PATIENCE);

        assertThat(told).isEqualTo("left CLOSED");
    }

    @Test
    void aMessageNamedLikeAMethodOfSeatsGivesWay() {
        Generated generated = Generated.from(CALLED_SEAT);

        assertThat(generated.source("TheatreGuest")).contains("Enter toSeat_()", "toSeatAtEnter()");
    }

    private static Object play(String statements) throws Throwable {
        return Generated.playAll(statements, Sources.CALCULATOR, RELAY);
    }
}
