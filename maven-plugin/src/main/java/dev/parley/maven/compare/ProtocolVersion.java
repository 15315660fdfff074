package dev.parley.maven.compare;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.EdgeDeclaration.WhenFull;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What peers on another version may notice of a protocol.
 *
 * @param name the protocol's qualified name
 * @param machines what each role does, sorted by role, a role before its parties; names of states, of methods and of parameters
 *     mean nothing here
 * @param families how many members each family has at least
 * @param buffers the buffers between the roles, sorted by sender, then receiver
 */
public record ProtocolVersion(
        String name, List<StateMachine> machines, Map<RoleName, Integer> families, List<Buffer> buffers) {

    /** Sorts the lists and the map. */
    public ProtocolVersion {
        machines = machines.stream()
                .sorted(Comparator.comparing(StateMachine::role))
                .toList();
        families = Collections.unmodifiableMap(new TreeMap<>(families));
        buffers = buffers.stream()
                .sorted(Comparator.comparing(Buffer::from).thenComparing(Buffer::to))
                .toList();
    }

    /**
     * The buffer from one role to another.
     *
     * @param from the sender
     * @param to the receiver
     * @param mode whether every message is kept
     * @param whenFull what happens to a message that finds it full
     * @param capacity how many messages it holds, at least 1
     * @param maxCapacity the limit of its growth, at least the capacity
     * @param inFlight the largest number of messages that the protocol can have in flight; empty where there is no limit
     */
    public record Buffer(
            RoleName from,
            RoleName to,
            Mode mode,
            WhenFull whenFull,
            int capacity,
            int maxCapacity,
            OptionalInt inFlight) {

        static Buffer of(Edge edge) {
            return new Buffer(
                    edge.from(),
                    edge.to(),
                    edge.mode(),
                    edge.whenFull(),
                    edge.capacity(),
                    edge.maxCapacity(),
                    edge.bound());
        }

        /** Returns whether a message may ever find it full. */
        boolean mayBeFull() {
            return inFlight.isEmpty() || inFlight.getAsInt() > maxCapacity;
        }

        /** Returns whether it may lose messages. */
        boolean loses() {
            return (mode == Mode.LATEST_VALUE && (inFlight.isEmpty() || inFlight.getAsInt() > 1))
                    || (whenFull == WhenFull.DROP && mayBeFull());
        }

        /** Returns whether it may fault the session. */
        boolean faults() {
            return whenFull == WhenFull.ERROR && mayBeFull();
        }
    }

    /** Returns the machines by their roles. */
    Map<RoleName, StateMachine> byRole() {
        return machines.stream().collect(Collectors.toMap(StateMachine::role, Function.identity()));
    }

    /** Returns how many members a role has at least; empty if it is no family. */
    Optional<Integer> members(RoleName role) {
        return Optional.ofNullable(families.get(role));
    }

    /** Returns the version of a compiled protocol. */
    public static ProtocolVersion of(CompiledProtocol protocol) {
        return new ProtocolVersion(
                protocol.declaration().qualifiedName(),
                protocol.machines(),
                protocol.declaration().roles().stream()
                        .filter(role -> role.family().isPresent())
                        .collect(Collectors.toMap(RoleDeclaration::name, role -> protocol.minimum(role.name()))),
                protocol.edges().stream().map(Buffer::of).toList());
    }
}
