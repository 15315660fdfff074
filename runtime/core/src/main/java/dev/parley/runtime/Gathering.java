package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.InLane;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The lanes from the members of a family to one part, which takes one message of each member that has not left: what generated
 * endpoints gather with. Users never see it.
 *
 * <p>For one thread at a time, the role's.
 */
public final class Gathering {

    /** What {@link #next} returns when there is nothing more to take. */
    public static final int DONE = -1;

    private final Endpoint endpoint;
    private final Session session;
    private final Edge edge;
    private final int part;

    /** The members that nothing more will come from. */
    private final BitSet gone = new BitSet();

    /** The members whose message was taken in this round. */
    private final BitSet taken = new BitSet();

    /** The members whose message of this round is on its way for certain. */
    private final BitSet promised = new BitSet();

    private InLane[] lanes = {};

    /** How many messages of each member were taken that could have been decided without. */
    private int[] votes = {};

    private int current;
    private long header;

    Gathering(Endpoint endpoint, Session session, Edge edge, int part) {
        this.endpoint = endpoint;
        this.session = session;
        this.edge = edge;
        this.part = part;
        extend(session.cast().senders(edge, part));
    }

    /**
     * Waits for the next message of this round. It is then at the head of {@link #lane}, and must be taken from there.
     *
     * @param code the message's code
     * @return the index of the member that has sent it, or {@link #DONE} if all that have not left have sent theirs: the next call
     *     begins the next round
     */
    public int next(int code) {
        boolean waits = false;
        while (true) {
            int found = look(code);
            if (found != DONE) {
                if (waits) {
                    endpoint.resume();
                }
                return found;
            }
            if (pending() == 0) {
                endRound();
                return DONE;
            }
            waits = true;
            endpoint.pause();
        }
    }

    /**
     * Returns a gathering that ends when its quorum is decided.
     *
     * @param <M> the message
     * @param quorum the quorum
     */
    public <M> Decision<M> decide(Quorum<M> quorum) {
        return new Decision<>(this, endpoint, quorum);
    }

    /** Returns the lane of the message that {@link #next} has found. */
    public InLane lane() {
        return lanes[current];
    }

    /** Returns the header of the message that {@link #next} has found. */
    public long header() {
        return header;
    }

    /** Returns how many members may still send in this round. */
    int pending() {
        return lanes.length - taken.cardinality() - gone.cardinality();
    }

    /** Looks at the lanes of all that have not sent yet, and returns the first member that has now. */
    int look(int code) {
        int[] senders = session.cast().senders(edge, part);
        if (senders.length > lanes.length) {
            extend(senders);
        }
        for (int member = 0; member < lanes.length; member++) {
            if (!taken.get(member) && !gone.get(member) && isThere(member, code)) {
                taken.set(member);
                current = member;
                return member;
            }
        }
        return DONE;
    }

    /** Returns how many members have sent in this round. */
    int takenInRound() {
        return taken.cardinality();
    }

    void endRound() {
        taken.clear();
        promised.clear();
    }

    /** The message just found is one that could have been decided without. */
    void vote() {
        votes[current]++;
    }

    /** Leaves behind all that have not sent in this round, and returns how many they are; not those that were in time after all. */
    int leaveBehind() {
        int[] senders = session.cast().senders(edge, part);
        int late = 0;
        for (int member = 0; member < lanes.length; member++) {
            if (taken.get(member) || gone.get(member) || promised.get(member)) {
                continue;
            }
            if (session.wiring().ballot(edge, senders[member], part).close(votes[member])) {
                gone.set(member);
                session.cast().leaveBehind(senders[member], part);
                new Departure(session, senders[member]).leaveBehind();
                late++;
            } else {
                promised.set(member);
            }
        }
        return late;
    }

    private boolean isThere(int member, int code) {
        header = lanes[member].poll();
        if (header > 0) {
            if (header >>> 32 != code) {
                throw endpoint.unexpected(header);
            }
            return true;
        }
        if (header == InLane.CLOSED) {
            gone.set(member);
            session.cast().leaveBehind(session.cast().senders(edge, part)[member], part);
        }
        return false;
    }

    private void extend(int[] senders) {
        int known = lanes.length;
        lanes = Arrays.copyOf(lanes, senders.length);
        votes = Arrays.copyOf(votes, senders.length);
        for (int i = known; i < senders.length; i++) {
            lanes[i] = endpoint.receivesFrom(session.wiring().lane(edge, senders[i], part));
        }
    }
}
