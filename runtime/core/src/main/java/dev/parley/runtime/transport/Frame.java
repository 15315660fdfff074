package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout;
import java.io.IOException;
import java.util.List;

/** One message as it came from a remote role, not yet decoded. */
@FunctionalInterface
public interface Frame {

    /**
     * Decodes the message, in the thread of the role that receives it.
     *
     * @param expected what the role may receive now on this edge
     * @return one of them, with its payload
     * @throws IOException if it is none of them; the session is faulted with it
     */
    DecodedMessage decode(List<MessageLayout> expected) throws IOException;
}
