package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;

/** What a role does in one step of its machine. */
public sealed interface Action {

    /** Returns the role at the other end. */
    RoleName peer();

    /** Returns the message sent or received. */
    Message message();

    /** Returns the action in words that follow the name of who acts: {@code sends hello() to Server}. */
    String inWords();

    /**
     * Sending a message.
     *
     * @param peer the receiver
     * @param message the message
     */
    record Send(RoleName peer, Message message) implements Action {
        @Override
        public String inWords() {
            return "sends " + message + " to " + peer;
        }

        @Override
        public String toString() {
            return peer + "!" + message;
        }
    }

    /**
     * Receiving a message.
     *
     * @param peer the sender
     * @param message the message
     */
    record Receive(RoleName peer, Message message) implements Action {
        @Override
        public String inWords() {
            return "receives " + message + " from " + peer;
        }

        @Override
        public String toString() {
            return peer + "?" + message;
        }
    }
}
