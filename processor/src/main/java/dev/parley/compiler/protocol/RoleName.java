package dev.parley.compiler.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a role, or of one of its parties.
 *
 * <p>A role that takes part in several branches of a parallel block has a party in each: to the theory a role of its own,
 * to users the role itself in that branch. The name of a party, such as {@code Master.Both.left}, is made of that of its
 * role (or of the party that it is a part of), the block and the branch's method, so that no edit elsewhere changes it.
 *
 * @param value the simple name of the type that declares the role; for a party its dotted name
 */
public record RoleName(String value) implements Comparable<RoleName> {

    private static final String TURN = "each";

    /** Returns the name of this role's party in a branch of a parallel block. */
    public RoleName party(String block, String branch) {
        return new RoleName(value + "." + block + "." + branch);
    }

    /** Returns whether this is a party. */
    public boolean isParty() {
        return value.indexOf('.') >= 0;
    }

    /** Returns the role, or the party, that this is a party of; nothing for a role. */
    public Optional<RoleName> parent() {
        return isParty() ? Optional.of(new RoleName(value.substring(0, blockAt() - 1))) : Optional.empty();
    }

    /** Returns the role that declares it: a role itself, of a party the role that it is a part of. */
    public RoleName role() {
        return isParty() ? new RoleName(value.substring(0, value.indexOf('.'))) : this;
    }

    /** Returns the block of a party. */
    public String block() {
        return value.substring(blockAt(), value.lastIndexOf('.'));
    }

    /** Returns the branch of a party. */
    public String branch() {
        return value.substring(value.lastIndexOf('.') + 1);
    }

    /** Returns the branch by which a member of a family goes through a block that is run for each of them. */
    public static String turn(String family) {
        return TURN + family;
    }

    /** Returns where a party plays: {@code in branch left of Both}, or {@code for each Voter in Answers}. */
    public String place() {
        boolean turn = branch().startsWith(TURN)
                && branch().length() > TURN.length()
                && Character.isUpperCase(branch().codePointAt(TURN.length()));
        return turn
                ? "for each " + branch().substring(TURN.length()) + " in " + block()
                : "in branch " + branch() + " of " + block();
    }

    private int blockAt() {
        return value.lastIndexOf('.', value.lastIndexOf('.') - 1) + 1;
    }

    /** Returns what the names of generated types have for it: {@code MasterBothLeft}. */
    public String typeName() {
        return Stream.of(value.split("\\.")).map(RoleName::capitalised).collect(Collectors.joining());
    }

    private static String capitalised(String name) {
        int first = name.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + name.substring(Character.charCount(first));
    }

    /** Returns the name as the subject or object of a sentence: {@code Master, in branch left of Both,}. */
    public String inWords() {
        return isParty() ? title() + "," : value;
    }

    /** Returns the name as it stands alone: {@code Master, in branch left of Both}. */
    public String title() {
        List<String> branches = Stream.iterate(
                        Optional.of(this), Optional::isPresent, party -> party.flatMap(RoleName::parent))
                .map(Optional::get)
                .filter(RoleName::isParty)
                .map(RoleName::place)
                .toList();
        return branches.isEmpty() ? value : role() + ", " + String.join(" ", branches);
    }

    @Override
    public int compareTo(RoleName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
