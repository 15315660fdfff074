package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns messages into bytes and back.
 *
 * <p>Reading takes two steps, in two threads. {@link #frame} cuts the bytes of one message from the stream and knows nothing of
 * the protocol's state. {@link #decode} makes a message of them when the receiving role wants one, and is told which messages
 * its state allows; so it can tell apart what looks the same on the wire, as the replies of SMTP do.
 *
 * @param <F> a frame: the bytes of one message in whatever form suits, such as a line of text
 */
public interface MessageCodec<F> {

    /**
     * Returns whether messages of a kind can be encoded and decoded; if not, the session does not open.
     *
     * @param message the message
     */
    boolean supports(MessageLayout message);

    /**
     * Writes a message. The stream is flushed afterwards.
     *
     * @param message the message
     * @param values its payload, in the order of its parameters, primitive values boxed
     * @param out where to; buffered
     * @throws IOException if it cannot be written
     */
    void encode(MessageLayout message, List<@Nullable Object> values, OutputStream out) throws IOException;

    /**
     * Reads one frame, waiting for it.
     *
     * @param in where from; buffered
     * @return the frame; null at the end of the stream
     * @throws IOException if it cannot be read, or the stream ends within it
     */
    @Nullable F frame(InputStream in) throws IOException;

    /**
     * Makes a message of a frame.
     *
     * @param frame the frame
     * @param expected what the receiving role may receive now from this sender; one or more
     * @return one of them, with its payload
     * @throws IOException if the frame is none of them, with a message that says what it is
     */
    DecodedMessage decode(F frame, List<MessageLayout> expected) throws IOException;
}
