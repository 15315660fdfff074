package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimeoutTest {

    private static final String SOON = "PT0.02S";

    /** Time enough to choose first, also for a busy machine. */
    private static final String SOON_AFTER = "PT0.5S";

    private static final String LATE = "PT1H";

    /** The buyer buys, again and again, or tells the seller and the bank that it gives up, at the latest in time. */
    private static ProtocolSpec shop(String timeout, int capacity) {
        return ProtocolSpec.of(
                "parley\t1\tShop",
                "role\tBuyer",
                "role\tSeller",
                "role\tBank",
                "edge\t0\t1\tFIFO\tBLOCK\t" + capacity + "\t" + capacity + "\tfalse\t1\t0",
                "message\tbuy",
                "message\tgiveUp",
                "edge\t0\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
                "message\tgiveUp",
                "machine\t0",
                "state\tDecide\tfalse",
                "send\t0\t1\t0",
                "send\t0\t2\t1",
                "timeout\t" + timeout + "\t2",
                "state\tBeforeGiveUp\tfalse",
                "send\t1\t1\t2",
                "state\tEnd\ttrue",
                "machine\t1",
                "state\tDecide\tfalse",
                "receive\t0\t1\t0",
                "receive\t0\t2\t1",
                "state\tEnd\ttrue",
                "machine\t2",
                "state\tDecide\tfalse",
                "receive\t1\t1\t1",
                "state\tEnd\ttrue");
    }

    @Test
    void takesTheAlternativeForARoleThatDoesNotChoose() throws Exception {
        Session session = Session.open(shop(SOON, 4), SessionOptions.defaults());
        TimedPlayer buyer = new TimedPlayer(session, "Buyer");
        Player seller = new Player(session, "Seller");
        Player bank = new Player(session, "Bank");

        assertThat(seller.receive().label()).isEqualTo("giveUp");
        assertThat(bank.receive().label()).isEqualTo("giveUp");
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(session.localState("Buyer").isFinal()).isTrue();

        assertThatExceptionOfType(ChoiceTimedOutException.class)
                .isThrownBy(() -> buyer.send("buy"))
                .withMessage("Buyer did not choose in Decide within 0.02s, so giveUp was sent for it."
                        + " Call giveUp() to go on: it sends nothing any more.");
        buyer.send("giveUp");
        assertThat(session.edges().get(0).sent()).isEqualTo(1);
    }

    @Test
    void letsARoleChooseInTime() {
        Session session = Session.open(shop(LATE, 4), SessionOptions.defaults());
        TimedPlayer buyer = new TimedPlayer(session, "Buyer");

        buyer.send("buy");
        buyer.send("buy");
        buyer.send("giveUp");

        Player seller = new Player(session, "Seller");
        assertThat(seller.receive().label()).isEqualTo("buy");
        assertThat(seller.receive().label()).isEqualTo("buy");
        assertThat(seller.receive().label()).isEqualTo("giveUp");
        assertThat(new Player(session, "Bank").receive().label()).isEqualTo("giveUp");
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    /** The buffer to the seller is full, so the message has to wait, and all other timeouts of the process go on. */
    @Test
    void waitsForRoomWithoutKeepingOthersWaiting() {
        Session full = Session.open(shop(SOON_AFTER, 1), SessionOptions.defaults());
        new TimedPlayer(full, "Buyer").send("buy");
        Session other = Session.open(shop("PT0.6S", 4), SessionOptions.defaults());
        TimedPlayer otherBuyer = new TimedPlayer(other, "Buyer");

        assertThat(new Player(other, "Bank").receive().label()).isEqualTo("giveUp");
        assertThat(otherBuyer.position()).isEqualTo(2);
        Player seller = new Player(full, "Seller");
        assertThat(seller.receive().label()).isEqualTo("buy");
        assertThat(seller.receive().label()).isEqualTo("giveUp");
        assertThat(new Player(full, "Bank").receive().label()).isEqualTo("giveUp");
    }

    @Test
    void looksAtTheTimeWhereOneThreadPlaysAllRoles() {
        Session session =
                Session.open(shop(SOON_AFTER, 4), SessionOptions.defaults().sameThread());
        TimedPlayer buyer = new TimedPlayer(session, "Buyer");
        Player seller = new Player(session, "Seller");
        buyer.send("buy");
        assertThat(seller.receive().label()).isEqualTo("buy");

        Player.Received late = seller.tryReceive();
        while (late == null) {
            late = seller.tryReceive();
        }
        assertThat(late.label()).isEqualTo("giveUp");
        buyer.send("giveUp");
        assertThat(new Player(session, "Bank").receive().label()).isEqualTo("giveUp");
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @Test
    void lastsNoLongerThanTheSession() {
        Session session = Session.open(shop(LATE, 4), SessionOptions.defaults());
        TimedPlayer buyer = new TimedPlayer(session, "Buyer");
        session.cancel("enough");

        assertThatExceptionOfType(SessionCancelledException.class).isThrownBy(() -> buyer.send("buy"));
    }

    /** Whoever wins, exactly one of them sends, and the role knows which. */
    @Test
    void isDecidedOnce() {
        int chosen = 0;
        int timedOut = 0;
        for (int i = 0; i < 2_000 && (i < 200 || chosen == 0 || timedOut == 0); i++) {
            Session session = Session.open(shop("PT0.001S", 4), SessionOptions.defaults());
            TimedPlayer buyer = new TimedPlayer(session, "Buyer");
            long end = System.nanoTime() + 900_000 + i % 10 * 40_000L;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            boolean bought;
            try {
                buyer.send("buy");
                bought = true;
                chosen++;
            } catch (ChoiceTimedOutException e) {
                bought = false;
                timedOut++;
            }
            Player seller = new Player(session, "Seller");
            assertThat(seller.receive().label()).isEqualTo(bought ? "buy" : "giveUp");
            buyer.send("giveUp");
            session.cancel("done with it");
        }
        assertThat(chosen).isPositive();
        assertThat(timedOut).isPositive();
    }
}
