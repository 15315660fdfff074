package dev.parley.runtime.effect;

/**
 * What flows from one role of a session to another.
 *
 * @param from the sender's name
 * @param to the receiver's name
 */
public record Flow(String from, String to) {

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
