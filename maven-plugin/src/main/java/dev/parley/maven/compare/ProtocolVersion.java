package dev.parley.maven.compare;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.EdgeDeclaration.WhenFull;
import dev.parley.compiler.protocol.RoleName;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * What peers on another version may notice of a protocol.
 *
 * @param name the protocol's qualified name
 * @param machines what each role does, sorted by role; names of states, of methods and of parameters mean nothing here
 * @param buffers the buffers between the roles, sorted by sender, then receiver
 */
public record ProtocolVersion(String name, List<StateMachine> machines, List<Buffer> buffers) {

    /** Sorts the lists. */
    public ProtocolVersion {
        machines = machines.stream()
                .sorted(Comparator.comparing(StateMachine::role))
                .toList();
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

    /** Returns the version of a compiled protocol. */
    public static ProtocolVersion of(CompiledProtocol protocol) {
        return new ProtocolVersion(
                protocol.declaration().qualifiedName(),
                protocol.machines(),
                protocol.edges().stream().map(Buffer::of).toList());
    }
}
