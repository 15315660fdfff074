package dev.parley.runtime;

import dev.parley.runtime.SeatRefusedException.Reason;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Keeps the seats that were handed to other processes until somebody asks for them. Safe for use by many threads. */
final class SeatDesk {

    /** More than anybody can try. */
    private static final int SECRET_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final InetSocketAddress address;
    private final Duration validity;
    private final Map<Long, Kept> seats = new HashMap<>();
    private long issued;

    private record Kept(SeatToken seat, LeftPlace place, Future<?> alarm) {}

    /**
     * Creates a desk without seats.
     *
     * @param address where others ask for them
     * @param validity how long a seat is kept
     */
    SeatDesk(InetSocketAddress address, Duration validity) {
        this.address = address;
        this.validity = validity;
    }

    /** Keeps a seat, and returns what it is known by. */
    synchronized SeatToken keep(LeftPlace place) {
        Session session = place.session();
        SeatToken seat = new SeatToken(
                address,
                ++issued,
                secret(),
                session.protocol().name(),
                session.protocol().version(),
                place.before().roleName(),
                place.before().stateNumber(),
                session.id());
        Future<?> alarm =
                Timers.schedule(validity, () -> abandon(seat.number(), "Nobody has sat down on " + seat + " in time"));
        seats.put(seat.number(), new Kept(seat, place, alarm));
        return seat;
    }

    /**
     * Gives a seat away.
     *
     * @param asked as whom it is asked for
     * @throws SeatRefusedException if it is not there, or asked for by somebody who does not know it
     * @throws SessionClosedException if its session has ended
     * @throws SessionCancelledException if its session was cancelled or has failed
     */
    synchronized LeftPlace giveAway(SeatToken asked) {
        Kept kept = seats.get(asked.number());
        if (kept == null) {
            throw new SeatRefusedException(
                    Reason.USED,
                    "Nobody can sit down on " + asked
                            + ": somebody has before, or its time is over. Hand the role over once, to one party.");
        }
        boolean known = MessageDigest.isEqual(bytes(kept.seat().secret()), bytes(asked.secret()));
        if (!known || !kept.seat().text().equals(asked.text())) {
            throw new SeatRefusedException(
                    Reason.ALTERED,
                    "The text of " + asked + " is not the one that was handed out. Pass it on as it is.");
        }
        remove(asked.number());
        kept.place().session().checkNotEnded();
        return kept.place();
    }

    /** Nobody will ask for the seats any more: their roles have crashed. */
    void close() {
        numbers().forEach(number -> abandon(number, "The exchange was closed at which others could ask for this seat"));
    }

    private void abandon(long number, String reason) {
        Kept kept = remove(number);
        if (kept != null) {
            kept.place().session().crash(kept.place().before().roleName(), new IllegalStateException(reason));
        }
    }

    private synchronized List<Long> numbers() {
        return List.copyOf(seats.keySet());
    }

    private synchronized @Nullable Kept remove(long number) {
        Kept kept = seats.remove(number);
        if (kept != null) {
            kept.alarm().cancel(false);
        }
        return kept;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
