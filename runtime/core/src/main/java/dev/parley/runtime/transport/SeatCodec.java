package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout.Parameter;
import java.io.IOException;

/**
 * Turns seats into text that another process can read, and back. A {@link MessageCodec} uses it for those values of a payload that hand
 * a role over. Safe for use by many threads.
 */
public interface SeatCodec {

    /**
     * Returns whether a parameter of a message hands a role over.
     *
     * @param parameter the parameter
     */
    static boolean isSeat(Parameter parameter) {
        String type = parameter.type();
        return type.startsWith("dev.parley.runtime.Seat<") || type.startsWith("dev.parley.runtime.Seat.At<");
    }

    /**
     * Returns a seat as text, and spends it, whatever comes of that. The text is of printable ASCII characters without blanks, and
     * good for one use. Whoever reads it can play the role.
     *
     * @param seat the seat, as it is in the message's payload
     * @throws RuntimeException if the seat cannot be handed to another process: its role has crashed then
     */
    String encode(Object seat);

    /**
     * Returns the seat that a text stands for. Nothing is asked of anybody before somebody sits down on it.
     *
     * @param text the text
     * @param type the type of the message's parameter
     * @throws IOException if the text is none of a seat, or of one of another role
     */
    Object decode(String text, String type) throws IOException;
}
