package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a role, or a party, stands in the journal of its session. */
final class Progress {

    int state;

    /** The step by which its typed state was reached. */
    int step = Resumption.START;

    /** The message that it received in that step; null if it received none. */
    Entry.@Nullable Sent received;

    /** The message that it sent last. */
    Entry.@Nullable Sent sent;

    /** The state in which it began to send that, perhaps to several receivers. */
    int origin;

    void receive(Entry.Sent message, int number, int target) {
        step = number;
        received = message;
        state = target;
    }

    /** A party begins, or a role has waited for one: there is nothing to read in what it received. */
    void pass(int number, int target) {
        step = number;
        received = null;
        state = target;
    }

    /** A party tells that it is done, which is no step to its program: what it received last can still be read. */
    void rest(int target) {
        state = target;
    }

    /** A role that sends and is in the same state afterwards keeps the object that it has for it. */
    void send(Entry.Sent message, int number, List<State> states, int target) {
        if (!states.get(state).multicastRest()) {
            origin = state;
        }
        sent = message;
        state = target;
        if (target != origin && !states.get(target).multicastRest()) {
            step = number;
            received = null;
        }
    }
}
