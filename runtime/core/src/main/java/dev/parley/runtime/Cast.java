package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a session. Every role that is no family is one <em>part</em>, with the role's number; a family has a part for
 * each of its members, with a number behind those of the roles.
 *
 * <p>Members that are there from the start are known to all. One that joins later is known to the role alone that has taken it in: for
 * all others the family stays what it was. Before that, a part is kept for it that nobody knows.
 *
 * <p>Safe for use by many threads. Members may be added, and none is taken away: one that has left is marked.
 */
final class Cast {

    private static final Member[] NO_MEMBERS = {};
    private static final int[][] NO_PARTS = {};

    // Most sessions have no families.
    private static final AtomicIntegerArray NO_HOSTS = new AtomicIntegerArray(0);
    private static final Candidates NO_CANDIDATES = new Candidates();
    private static final Rosters NO_ROSTERS = new Rosters();

    private static final int NOBODY = -1;
    private static final int NO_INDEX = -1;

    private final ProtocolSpec protocol;

    /** The members of families, and those who may become that, each at its part's number less the number of roles. */
    private volatile Member[] members;

    /** For each role of a family the parts of its members, by their index. */
    private volatile int[][] parts;

    /** Those of the members that were there from the start. */
    private final int[][] founders;

    /** For each role of a family the part that has taken members in; {@link #NOBODY} where none were. */
    private final AtomicIntegerArray hosts;

    private final Candidates candidates;
    private final Rosters rosters;

    /** Parts kept for candidates that have given up. */
    private final List<Member> free = new ArrayList<>();

    private static final class Member {
        private final int part;
        private final int role;
        private final int player;

        /** The member of the family itself that this belongs to; null for that one. */
        private final @Nullable Member owner;

        private volatile int index = NO_INDEX;

        /** The number of the state in which it begins. */
        private volatile int entry;

        private volatile boolean left;

        /** The parts that have seen it leave. */
        private final Set<Integer> knownTo = ConcurrentHashMap.newKeySet(1);

        private boolean done;

        Member(int part, int role, int player, @Nullable Member owner) {
            this.part = part;
            this.role = role;
            this.player = player;
            this.owner = owner;
        }

        Member own() {
            return owner == null ? this : owner;
        }
    }

    /**
     * Returns the cast of a session. Without families that is the same for all sessions of a protocol.
     *
     * @param sizes how many members each family has, in the order of their roles
     * @throws IllegalArgumentException if a size is missing, too many are given, or one is below the family's minimum
     */
    static Cast of(ProtocolSpec protocol, int... sizes) {
        return sizes.length == 0 && !protocol.hasFamilies() ? protocol.singles() : new Cast(protocol, sizes);
    }

    /**
     * Creates the cast of a session.
     *
     * @param sizes how many members each family has, in the order of their roles
     * @throws IllegalArgumentException if a size is missing, too many are given, or one is below the family's minimum
     */
    Cast(ProtocolSpec protocol, int... sizes) {
        this.protocol = protocol;
        int[] families = IntStream.range(0, protocol.roles().size())
                .filter(role -> protocol.family(role) == role)
                .toArray();
        if (families.length != sizes.length) {
            throw new IllegalArgumentException("The protocol " + protocol + " has " + families.length
                    + " families, and " + sizes.length + " sizes were given. Give one for each family.");
        }
        members = NO_MEMBERS;
        parts = families.length == 0 ? NO_PARTS : new int[protocol.roles().size()][0];
        hosts = families.length == 0 ? NO_HOSTS : new AtomicIntegerArray(parts.length);
        candidates = families.length == 0 ? NO_CANDIDATES : new Candidates();
        rosters = families.length == 0 ? NO_ROSTERS : new Rosters();
        for (int role = 0; role < parts.length; role++) {
            hosts.set(role, NOBODY);
        }
        for (int i = 0; i < sizes.length; i++) {
            checkSize(families[i], sizes[i]);
            for (int member = 0; member < sizes[i]; member++) {
                enlist(member(reserve(families[i])), 0);
            }
        }
        founders = parts;
    }

    private void checkSize(int family, int size) {
        int min = protocol.minimum(family);
        if (size < min) {
            throw new IllegalArgumentException("The family " + protocol.roles().get(family) + " of " + protocol
                    + " is to have " + size + " members, and it needs at least " + min + ". Open the session with "
                    + min + " or more.");
        }
    }

    /** Keeps a part for somebody who may become a member of a family, and returns its number. */
    synchronized int reserve(int family) {
        for (Member each : free) {
            if (each.role == family) {
                free.remove(each);
                return each.part;
            }
        }
        int number = count();
        List<Member> more = new ArrayList<>(List.of(members));
        Member own = new Member(number++, family, number - 1, null);
        more.add(own);
        for (int role = 0; role < protocol.roles().size(); role++) {
            if (role != family && protocol.family(role) == family) {
                int played = protocol.roleOf(role);
                more.add(new Member(number++, role, played == family ? own.part : played, own));
            }
        }
        members = more.toArray(NO_MEMBERS);
        return own.part;
    }

    /** A part kept for a candidate is needed no more. */
    synchronized void release(int part) {
        free.add(member(part));
    }

    /**
     * A candidate becomes a member.
     *
     * @param part the part that was kept for it
     * @param entry the number of the state in which it begins
     * @param host the part that takes it in
     */
    synchronized void admit(int part, int entry, int host) {
        Member member = member(part);
        hosts.set(member.role, player(host));
        enlist(member, entry);
    }

    private synchronized void enlist(Member member, int entry) {
        int[][] extended = parts.clone();
        int index = extended[member.role].length;
        member.entry = entry;
        for (Member each : members) {
            if (each.own() == member) {
                extended[each.role] = Arrays.copyOf(extended[each.role], index + 1);
                extended[each.role][index] = each.part;
                each.index = index;
            }
        }
        parts = extended;
    }

    /** Returns for whom blocks are run. */
    Rosters rosters() {
        return rosters;
    }

    /** Returns those who wait to become members. */
    Candidates candidates() {
        return candidates;
    }

    /** Returns the number behind the last part's. */
    int count() {
        return protocol.roles().size() + members.length;
    }

    /** Returns whether there is a part of that number: a family as such is none, nor is a candidate. */
    boolean isPart(int number) {
        return number >= protocol.roles().size()
                ? member(number).index != NO_INDEX
                : protocol.family(number) == ProtocolSpec.NO_FAMILY;
    }

    /** Returns the numbers of all parts. */
    IntStream parts() {
        return IntStream.range(0, count()).filter(this::isPart);
    }

    /** Returns the part that acts for a part: for a party the one that it is a party of, else itself. */
    int player(int part) {
        return part < protocol.roles().size() ? protocol.roleOf(part) : member(part).player;
    }

    /** Returns the parts of a role, or of one of its parties, that a part acts for: in a block for each member a role has one for each. */
    IntStream playedBy(int part, int role) {
        return parts().filter(each -> role(each) == role && player(each) == part);
    }

    /** Returns the part of a role or, where that is a family, of its member of the given index. */
    int part(int role, int member) {
        return protocol.family(role) == ProtocolSpec.NO_FAMILY ? role : parts[role][member];
    }

    /** Returns how many members a family has or had. */
    int size(int family) {
        return parts[family].length;
    }

    int role(int part) {
        return part < protocol.roles().size() ? part : member(part).role;
    }

    /** Returns the index that a part has among the members of its family; 0 for a single role. */
    int index(int part) {
        return part < protocol.roles().size() ? 0 : member(part).index;
    }

    /** Returns the number of the state in which a part begins. */
    int entry(int part) {
        return part < protocol.roles().size() ? 0 : member(part).entry;
    }

    private Member member(int part) {
        return members[part - protocol.roles().size()];
    }

    /** Returns the name of a part, such as {@code Client}, or {@code Worker[2]} for a member. */
    String name(int part) {
        String role = protocol.roles().get(role(part));
        if (part < protocol.roles().size()) {
            return role;
        }
        return role + "[" + (index(part) == NO_INDEX ? "candidate" : index(part)) + "]";
    }

    /** A member leaves its family with what is sent next, by itself or to it. Does nothing for a single role. */
    void leave(int part) {
        if (part >= protocol.roles().size()) {
            Member own = member(part).own();
            own.left = true;
            own.knownTo.add(player(part));
        }
    }

    /** A part decides without a member, which has left with that. */
    void leaveBehind(int part, int by) {
        member(part).own().knownTo.add(player(by));
    }

    /**
     * Returns whether a part has seen a member leave. If that has happened already, and the part has not come so far, the member is still
     * there to it.
     */
    boolean knowsGone(int part, int member) {
        return member(member).own().knownTo.contains(player(part));
    }

    /** A part is done. Returns false for a member that was left behind and is done a second time. */
    boolean finish(int part) {
        if (part < protocol.roles().size()) {
            return true;
        }
        Member member = member(part);
        synchronized (member) {
            boolean first = !member.done;
            member.done = true;
            if (protocol.family(member.role) == member.role) {
                member.left = true;
            }
            return first;
        }
    }

    boolean hasLeft(int part) {
        return part >= protocol.roles().size() && member(part).own().left;
    }

    /** Returns whether a role's peers on an edge are several: the members of a family that it does not itself belong to. */
    boolean isPlural(int role, int peer) {
        int family = protocol.family(peer);
        return family != ProtocolSpec.NO_FAMILY && family != protocol.family(role);
    }

    /** Returns the parts that a part receives from on an edge. */
    int[] senders(Edge edge, int part) {
        return peers(edge.from(), part);
    }

    /** Returns the parts that a part sends to on an edge. */
    int[] receivers(Edge edge, int part) {
        return peers(edge.to(), part);
    }

    private int[] peers(int peer, int part) {
        if (!isPlural(role(part), peer)) {
            return new int[] {part(peer, index(part))};
        }
        return hosts.get(protocol.family(peer)) == player(part) ? parts[peer] : founders[peer];
    }
}
