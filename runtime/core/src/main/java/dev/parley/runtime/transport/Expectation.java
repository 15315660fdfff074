package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout;
import java.util.List;

/** What the role at the end of an inbound edge waits for. Asked by that role's thread, while it looks for a message. */
public interface Expectation {

    /** Returns the messages the role may receive now on the edge. */
    List<MessageLayout> messages();

    /**
     * Returns whether the role cannot go on, now that the edge has ended: the protocol is not over for it, and no other
     * edge can bring it a message.
     */
    boolean isDisappointed();

    /** Returns where the role stands, for messages to users. */
    String describe();
}
