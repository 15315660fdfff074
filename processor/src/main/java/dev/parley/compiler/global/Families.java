package dev.parley.compiler.global;

import dev.parley.compiler.protocol.RoleName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is played by several. The automaton has one representative member of each family: it speaks for any number of them, as
 * members never speak with each other.
 *
 * @param memberships for each role that is played once with every member of a family, be it the family itself, that family
 * @param emptiable the families that may have no member: from the start, or because all have left
 * @param admissions where members may join
 */
public record Families(Map<RoleName, RoleName> memberships, Set<RoleName> emptiable, List<Admission> admissions) {

    /** Nobody. */
    public static final Families NONE = new Families(Map.of(), Set.of(), List.of());

    /** Copies the map, the set and the list. */
    public Families {
        admissions = List.copyOf(admissions);
        memberships = Map.copyOf(memberships);
        emptiable = Set.copyOf(emptiable);
    }

    /** Returns the family with each of whose members a role is played once. */
    public Optional<RoleName> of(RoleName role) {
        return Optional.ofNullable(memberships.get(role));
    }

    /** Returns whether a role speaks with all members of its peer's family at once, not with one of them. */
    public boolean isPlural(RoleName role, RoleName peer) {
        return of(peer).isPresent() && !of(peer).equals(of(role));
    }

    /** Returns whether there may be nobody at all who plays a role. */
    public boolean mayBeNobody(RoleName role) {
        return of(role).filter(emptiable::contains).isPresent();
    }
}
