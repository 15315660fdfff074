package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;

/**
 * The proof that no implementation of a protocol exists because two messages may be under way to a role at once, each of
 * which tells it, if taken first, that it is in a different situation.
 *
 * @param role the receiver
 * @param trace a run in which both messages are sent: the expected one, then steps that need nothing of the role, then the other
 * @param expected the message that the run wants received first
 * @param overtaking the message, the trace's last, that the role could take for the start of another run
 */
public record ReceiveConflict(
        RoleName role, List<GlobalTransition> trace, GlobalTransition expected, GlobalTransition overtaking) {

    /** Copies the trace. */
    public ReceiveConflict {
        trace = List.copyOf(trace);
    }
}
