package dev.parley.runtime.effect;

import java.util.List;

/**
 * A message with a guard before it.
 *
 * @param message its label
 * @param from the role that sends it
 * @param to the roles that it goes to, one or more; its guard lets it go to all of them, or to none
 * @param guard what stands before it
 */
public record GuardedMessage(String message, String from, List<String> to, Guard guard) {

    /** Copies the receivers. */
    public GuardedMessage {
        to = List.copyOf(to);
    }

    /** Returns what is paid for, one flow for each receiver. */
    public List<Flow> flows() {
        return to.stream().map(receiver -> new Flow(from, receiver)).toList();
    }

    /** Returns who sends it to whom, such as {@code invite() from Host to Guest}. */
    @Override
    public String toString() {
        return message + "() from " + from + " to " + String.join(", ", to);
    }
}
