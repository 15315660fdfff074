package dev.parley.compiler.global;

import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;

/**
 * One message from one role to another. A multicast is several, one after the other.
 *
 * @param from the sender
 * @param to the receiver
 * @param message the message
 */
public record Interaction(RoleName from, RoleName to, Message message) {

    /** Returns whether the role sends or receives here. */
    public boolean involves(RoleName role) {
        return from.equals(role) || to.equals(role);
    }

    /** Returns whether a role makes one of its parties begin here. */
    public boolean isFork() {
        return message.label().equals(Label.FORK);
    }

    /** Returns whether a party tells its role here that the branch is over for it. */
    public boolean isJoin() {
        return message.label().equals(Label.JOIN);
    }

    /** Returns the interaction in the words of the protocol, in which a party is the role that it belongs to. */
    @Override
    public String toString() {
        if (isFork()) {
            return to.role() + " begins " + to.place();
        }
        if (isJoin()) {
            return from.role() + " is done " + from.place();
        }
        return from.role() + " -> " + to.role() + " : " + message;
    }
}
