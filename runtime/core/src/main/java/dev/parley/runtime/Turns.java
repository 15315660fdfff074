package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The runs of a block for each member of a family, as a role that takes part in them sees them: it has a party in each, which it lets
 * begin and waits for. For generated code.
 *
 * <p>For one thread at a time, the role's.
 */
public final class Turns {

    /** The only message to a party from its role. */
    private static final long FORK = 1L << 32;

    private final Endpoint endpoint;
    private final Session session;
    private final Edge fork;
    private final Edge join;

    private final int part;

    /** On which others begin the block, who wait for the word of this role. */
    private final List<Edge> followers;

    /** The lanes from the parties, by the members' indices. */
    private final Map<Integer, InLane> joins = new HashMap<>();

    /** The members that take part this time. */
    private List<Integer> members = List.of();

    Turns(Endpoint endpoint, Session session, Edge fork, Edge join) {
        this.endpoint = endpoint;
        this.session = session;
        this.fork = fork;
        this.join = join;
        this.part = endpoint.part();
        this.followers = session.protocol().followers(fork.to());
    }

    /**
     * The role comes to the block. It is run for each member that has not left as far as the role knows; or, where another role is to say so, for
     * those for whom that one has begun it, which is waited for.
     */
    public void begin() {
        session.gate().checkSend();
        members = follows() ? word() : present();
        int[] parties = session.cast().receivers(fork, part);
        members.forEach(member -> lane(parties[member]).out().send(FORK));
    }

    private boolean follows() {
        int leader = session.protocol().leader(fork.to());
        return leader != ProtocolSpec.NO_LEADER && leader != fork.to();
    }

    /** Says for whom the block is run. Whoever leaves in this run or later is still there, even if that has happened already. */
    private List<Integer> present() {
        int[] parties = session.cast().receivers(fork, part);
        List<Integer> there = IntStream.range(0, parties.length)
                .filter(member -> !session.cast().knowsGone(part, parties[member]))
                .boxed()
                .toList();
        for (Edge follower : followers) {
            session.cast().rosters().add(follower, there);
            session.wiring().wake(follower.from());
        }
        return there;
    }

    private List<Integer> word() {
        List<Integer> there = session.cast().rosters().poll(fork);
        if (there == null) {
            do {
                endpoint.pause();
                there = session.cast().rosters().poll(fork);
            } while (there == null);
            endpoint.resume();
        }
        return there;
    }

    private Lane lane(int party) {
        return session.wiring().lane(fork, part, party);
    }

    /** Returns the indices of the members for which the block is run, in ascending order. */
    public List<Integer> members() {
        return members;
    }

    /**
     * Makes sure that the block is run for a member.
     *
     * @param member its index
     * @throws IllegalArgumentException if there is no such member, or it has left
     */
    public void check(int member) {
        if (!members.contains(member)) {
            throw new IllegalArgumentException("The member " + member + " of "
                    + session.protocol().roles().get(session.protocol().family(fork.to()))
                    + " does not take part: it has left, or never was there. Those that do are " + members + ".");
        }
    }

    /**
     * Waits until the block has been run for all members.
     *
     * @throws IllegalStateException if nobody has begun it for one of them
     */
    public void join() {
        int[] parties = session.cast().receivers(fork, part);
        for (int member : members) {
            if (!lane(parties[member]).isEmpty()) {
                throw new IllegalStateException("The block was not begun for the member " + member + ", so it would be"
                        + " waited for in vain. Call member(" + member + ") and play it to its end before join().");
            }
        }
        for (int member : members) {
            endpoint.join(joins.computeIfAbsent(
                    member, key -> endpoint.receivesFrom(session.wiring().lane(join, parties[member], part))));
        }
    }
}
