package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;

/**
 * The proof that no implementation of a protocol exists because a role would have to know what it cannot: two runs that
 * look alike to it, after one of which it may send a message that it must not send after the other.
 *
 * @param role the role
 * @param action the send in question
 * @param permitted a run after which the role may send it
 * @param forbidden a run after which it may not; its last message may still be under way to the role
 * @param otherwise what the role has to do after the forbidden run
 */
public record SendConflict(
        RoleName role,
        GlobalTransition action,
        List<GlobalTransition> permitted,
        List<GlobalTransition> forbidden,
        Otherwise otherwise) {

    /** Copies the traces. */
    public SendConflict {
        permitted = List.copyOf(permitted);
        forbidden = List.copyOf(forbidden);
    }

    /** Returns whether the role may have been left behind with the last message, as a member of a family that was late with it. */
    boolean isLate() {
        return otherwise == Otherwise.STOP
                && !forbidden.isEmpty()
                && forbidden.get(forbidden.size() - 1).mayLose(role)
                && forbidden.get(forbidden.size() - 1).keeps(role);
    }

    /** What a role has to do where it must not send the message in question. */
    public enum Otherwise {
        /** Send another message. */
        SEND_ANOTHER,
        /** Receive the last message of the trace. */
        RECEIVE,
        /** Nothing: the session is over. */
        STOP,
        /** Nothing: the others go on for ever without it. */
        STAND_BY
    }
}
