package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.EdgeDeclaration.WhenFull;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;
import java.util.OptionalInt;

/**
 * The buffer between one ordered pair of roles that the protocol uses, with all the compiler knows of it.
 *
 * @param from the sender
 * @param to the receiver
 * @param messages what travels on it; a message's place here, counted from 1, is its code on the wire
 * @param mode whether every message is kept
 * @param whenFull what happens to a message that finds it full
 * @param capacity how many messages it holds, at least 1
 * @param maxCapacity the limit of its growth; equals {@code capacity} where it does not grow
 * @param bound the largest number of messages that can be in flight; empty where there is no limit
 * @param alternating whether the pair strictly alternates: never more than one message in flight, both directions together, and both are used
 */
public record Edge(
        RoleName from,
        RoleName to,
        List<Message> messages,
        Mode mode,
        WhenFull whenFull,
        int capacity,
        int maxCapacity,
        OptionalInt bound,
        boolean alternating) {

    /** Copies the messages. */
    public Edge {
        messages = List.copyOf(messages);
    }
}
