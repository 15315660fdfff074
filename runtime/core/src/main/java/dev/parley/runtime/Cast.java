package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who takes part in a session. Every role that is no family is one <em>part</em>, with the role's number; a family has a part for
 * each of its members, with a number behind those of the roles.
 *
 * <p>Safe for use by many threads. Members may be added, and none is taken away: one that has left is marked.
 */
final class Cast {

    private static final Member[] NO_MEMBERS = {};
    private static final int[][] NO_PARTS = {};

    private final ProtocolSpec protocol;

    /** The members of families, each at its part's number less the number of roles. */
    private volatile Member[] members;

    /** For each role of a family the parts of its members, by their index. */
    private volatile int[][] parts;

    private static final class Member {
        private final int role;
        private final int index;
        private volatile boolean left;
        private boolean done;

        Member(int role, int index) {
            this.role = role;
            this.index = index;
        }
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
        for (int i = 0; i < sizes.length; i++) {
            checkSize(families[i], sizes[i]);
            for (int member = 0; member < sizes[i]; member++) {
                admit(families[i]);
            }
        }
    }

    private void checkSize(int family, int size) {
        int min = protocol.minimum(family);
        if (size < min) {
            throw new IllegalArgumentException("The family " + protocol.roles().get(family) + " of " + protocol
                    + " is to have " + size + " members, and it needs at least " + min + ". Open the session with "
                    + min + " or more.");
        }
    }

    /** Adds a member to a family, and returns its index. */
    synchronized int admit(int family) {
        int[][] extended = parts.clone();
        int index = extended[family].length;
        for (int role = 0; role < extended.length; role++) {
            if (protocol.family(role) == family) {
                Member[] more = Arrays.copyOf(members, members.length + 1);
                more[members.length] = new Member(role, index);
                extended[role] = Arrays.copyOf(extended[role], index + 1);
                extended[role][index] = protocol.roles().size() + members.length;
                members = more;
            }
        }
        parts = extended;
        return index;
    }

    /** Returns the number behind the last part's. */
    int count() {
        return protocol.roles().size() + members.length;
    }

    /** Returns whether there is a part of that number: a family as such is none. */
    boolean isPart(int number) {
        return number >= protocol.roles().size() || protocol.family(number) == ProtocolSpec.NO_FAMILY;
    }

    /** Returns the numbers of all parts. */
    IntStream parts() {
        return IntStream.range(0, count()).filter(this::isPart);
    }

    /** Returns the part that acts for a part: for a party the one that it is a party of, else itself. */
    int player(int part) {
        return part(protocol.roleOf(role(part)), index(part));
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

    private Member member(int part) {
        return members[part - protocol.roles().size()];
    }

    /** Returns the name of a part, such as {@code Client}, or {@code Worker[2]} for a member. */
    String name(int part) {
        String role = protocol.roles().get(role(part));
        return part < protocol.roles().size() ? role : role + "[" + index(part) + "]";
    }

    /** A member leaves its family with what is sent next, by itself or to it. Does nothing for a single role. */
    void leave(int part) {
        if (part >= protocol.roles().size()) {
            family(part).left = true;
        }
    }

    /** Returns the member that a part belongs to: that of the family itself. */
    private Member family(int part) {
        Member member = member(part);
        return member(parts[protocol.family(member.role)][member.index]);
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
        return part >= protocol.roles().size() && family(part).left;
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
        return isPlural(role(part), peer) ? parts[peer] : new int[] {part(peer, index(part))};
    }
}
