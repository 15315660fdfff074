package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the messages of an edge to a remote role. Used by one thread at a time, the sending role's. */
public interface Outbound {

    /**
     * Sends a message; when this returns, it is on its way.
     *
     * @param message the message
     * @param values its payload, in the order of its parameters
     * @throws IOException if it cannot be sent: the remote role counts as crashed, see {@link Inbox#lost}
     */
    void send(MessageLayout message, List<@Nullable Object> values) throws IOException;

    /** Lets the remote role know, behind the last message, that no more will come. Closing again changes nothing. */
    void close();
}
