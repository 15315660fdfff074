package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout;
import java.util.List;

/**
 * What an edge demands of the transport that carries it.
 *
 * @param from the role that sends
 * @param to the role that receives
 * @param outgoing whether the role that sends is played here; else the role that receives is
 * @param ordered whether messages must arrive in the order sent
 * @param lossless whether all messages must arrive
 * @param messages what travels on it; the transport must be able to encode all of them. A crash is told by the end of the stream
 */
public record TransportSpec(
        String from, String to, boolean outgoing, boolean ordered, boolean lossless, List<MessageLayout> messages) {

    /** Copies the messages. */
    public TransportSpec {
        messages = List.copyOf(messages);
    }

    /** Returns the role that is played here. */
    public String here() {
        return outgoing ? from : to;
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
