package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.Label;
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
            if (message.label().equals(Label.FORK)) {
                return "begins " + peer.place();
            }
            return message.label().equals(Label.JOIN)
                    ? "is done with the branch"
                    : "sends " + message + " to " + peer.role();
        }

        @Override
        public String toString() {
            return message.label().isInternal() ? inWords() : peer + "!" + message;
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
            if (message.label().equals(Label.JOIN)) {
                return "is done " + peer.place();
            }
            return message.label().equals(Label.FORK)
                    ? "begins the branch"
                    : "receives " + message + " from " + peer.role();
        }

        @Override
        public String toString() {
            return message.label().isInternal() ? inWords() : peer + "?" + message;
        }
    }
}
