package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.buffer.Sleeper;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who takes part in a session, by name and by number, who plays each part, and where it stands. */
abstract class Ensemble extends Wiring {

    /** Null where the number is the id: most are never asked for, so they are put together when they are. */
    private final @Nullable String id;

    private final long number;
    private final Transports transports;

    /** Who plays each part; written with the lock of the gate, and set again then, so that elements are seen. */
    private volatile @Nullable Endpoint[] endpoints;

    private @Nullable Session nextInTable;

    Ensemble(ProtocolSpec protocol, SessionOptions options, @Nullable Durable durable, int... sizes) {
        super(protocol, options, durable, Cast.of(protocol, sizes));
        this.id = durable != null ? durable.id() : options.id().orElse(null);
        this.number = id == null ? options.table().nextNumber() : 0;
        this.transports = Transports.of(protocol, options.remotes());
        this.endpoints = new Endpoint[cast().count()];
    }

    /** Returns the id, unique in its table as long as the session has not ended. */
    public String id() {
        return id == null ? protocol().simpleName() + "-" + number : id;
    }

    /**
     * Returns where a role stands. It may have moved on by then.
     *
     * @param role its name
     * @throws IllegalArgumentException if the protocol has no such role, it is a family, or it is played elsewhere
     */
    public LocalState localState(String role) {
        int part = protocol().role(role);
        if (!cast().isPart(part)) {
            throw new IllegalArgumentException("The role " + role + " of session " + id()
                    + " is a family, each of whose members stands somewhere: name the member, too.");
        }
        checkHere(part);
        return standing(part);
    }

    final void checkHere(int part) {
        if (transports.isRemote(part)) {
            throw new IllegalArgumentException("The role " + cast().name(part) + " of session " + id()
                    + " is played elsewhere; where it stands is not known here.");
        }
    }

    /**
     * Returns where a member of a family stands. It may have moved on by then.
     *
     * @param family the name of its role
     * @param member its index
     * @throws IllegalArgumentException if the protocol has no such family
     * @throws IndexOutOfBoundsException if the family has no such member
     */
    public LocalState localState(String family, int member) {
        return standing(part(family, member));
    }

    /** Returns where all stand that are played here, roles and members of families. */
    public List<LocalState> localStates() {
        return cast().parts()
                .filter(part -> !transports.isRemote(cast().role(part)))
                .mapToObj(this::standing)
                .toList();
    }

    /**
     * Returns where a role or a member of a family stands. It may have moved on by then.
     *
     * @param part its number
     */
    public LocalState standing(int part) {
        return standing(part, stateNumber(part));
    }

    /** Returns a part in one of its states. */
    LocalState standing(int part, int state) {
        return new LocalState(cast().name(part), new LocalType.Variable(protocol(), cast().role(part), state));
    }

    /** Returns the number of a member's part. */
    int part(String family, int member) {
        int role = protocol().role(family);
        if (cast().isPart(role)) {
            throw new IllegalArgumentException("The role " + family + " of " + protocol() + " is no family.");
        }
        return cast().part(role, Objects.checkIndex(member, cast().size(role)));
    }

    /**
     * Returns the number of a role or of a member of a family.
     *
     * @param name the role's name, such as {@code Client}, or the member's, such as {@code Worker[2]}
     * @throws IllegalArgumentException if there is no such role or member
     */
    public int part(String name) {
        return cast().parts()
                .filter(part -> cast().name(part).equals(name))
                .findFirst()
                .orElseGet(() -> {
                    int family = protocol().role(name.replaceFirst("\\[\\d+]$", ""));
                    throw new IllegalArgumentException("Nobody is called " + name + " in the session " + id() + ": "
                            + protocol().roles().get(family) + " is a family with " + cast().size(family)
                            + " members, the first of which is "
                            + protocol().roles().get(family) + "[0].");
                });
    }

    /** Returns the numbers of all roles that are no families, of all members of those, and of the parties of both. */
    public IntStream parts() {
        return cast().parts();
    }

    /** Returns the numbers of all that are no parties. */
    public IntStream players() {
        return cast().parts().filter(part -> cast().player(part) == part);
    }

    /**
     * Returns the number of who plays a part.
     *
     * @param part for a party its role or the member of a family that it belongs to; any other plays itself
     */
    public int player(int part) {
        return cast().player(part);
    }

    /**
     * Returns the number of the role that a part plays.
     *
     * @param part its number
     */
    public int roleOf(int part) {
        return cast().role(part);
    }

    /**
     * Returns the index that a part has among the members of its family; 0 for a single role.
     *
     * @param part its number
     */
    public int memberOf(int part) {
        return cast().index(part);
    }

    /**
     * Returns the name of a role, such as {@code Client}, or of a member of a family, such as {@code Worker[2]}.
     *
     * @param part its number
     */
    public String nameOf(int part) {
        return cast().name(part);
    }

    /** Enters a part, in the place of an endpoint that has left it if there is one. */
    void claim(int part, @Nullable Endpoint before, Endpoint endpoint) {
        if (transports.isRemote(cast().role(part))) {
            throw new RoleTakenException("The role " + cast().name(part) + " of session " + id()
                    + " is played elsewhere, so it cannot be entered here.");
        }
        Durable durable = durable();
        if (before == null && durable != null && !durable.mayEnter(part)) {
            throw new IllegalStateException("The role " + cast().name(part) + " of session " + id()
                    + " has left the state in which the protocol begins: it is in "
                    + standing(part).name()
                    + ". Resume it where it stands.");
        }
        if (!replace(part, before, endpoint)) {
            throw new RoleTakenException("The role " + cast().name(part) + " of session " + id()
                    + " is taken. A role is entered once; keep the state that you got then, or open another session.");
        }
    }

    /** Lets an endpoint take the place of the one before. */
    void takeOver(int part, @Nullable Endpoint before, Endpoint endpoint) {
        if (!replace(part, before, endpoint)) {
            throw new IllegalStateException("The role " + cast().name(part) + " of session " + id()
                    + " has crashed, and was entered at the same time.");
        }
    }

    /** Returns the state a part is in. */
    State state(int part) {
        return protocol().machines().get(cast().role(part)).states().get(stateNumber(part));
    }

    /** Returns the number of the state a part is in; where nobody has entered it yet, of the one it goes on in. */
    int stateNumber(int part) {
        Endpoint endpoint = endpoint(part);
        if (endpoint == null) {
            Durable durable = durable();
            return durable == null ? cast().entry(part) : durable.before().stateNumber(part);
        }
        return endpoint.position();
    }

    Transports transports() {
        return transports;
    }

    /** Returns who plays a part; null for nobody. */
    @Nullable Endpoint endpoint(int part) {
        Endpoint[] now = endpoints;
        return part < now.length ? now[part] : null;
    }

    private boolean replace(int part, @Nullable Endpoint before, Endpoint endpoint) {
        synchronized (gate()) {
            Endpoint[] now = endpoints;
            if (part >= now.length) { // admitted later
                now = Arrays.copyOf(now, Math.max(part + 1, 2 * now.length));
            }
            if (now[part] != before) {
                return false;
            }
            now[part] = endpoint;
            endpoints = now;
            return true;
        }
    }

    /** There is room on an edge: wakes whoever waits for it without a thread. */
    void wakeSenders(int edge) {
        int role = protocol().edges().get(edge).from();
        cast().parts().filter(part -> cast().role(part) == role).forEach(part -> {
            if (endpoint(part) instanceof Sleeper sender) {
                sender.wake();
            }
        });
    }

    /** Returns the next session in a chain of the table, which guards it. */
    final @Nullable Session nextInTable() {
        return nextInTable;
    }

    final void nextInTable(@Nullable Session next) {
        nextInTable = next;
    }
}
