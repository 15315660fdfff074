package dev.parley.compiler.global;

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

    @Override
    public String toString() {
        return from + " -> " + to + " : " + message;
    }
}
