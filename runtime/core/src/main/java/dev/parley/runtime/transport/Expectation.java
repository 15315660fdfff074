package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout;
import java.util.List;
import java.util.Optional;

/** What the role at the end of an inbound edge waits for. Asked by that role's thread, while it looks for a message. */
public interface Expectation {

    /** Returns the messages the role may receive now on the edge. */
    List<MessageLayout> messages();

    /**
     * Returns whether the role cannot go on, now that the edge has ended: the protocol is not over for it, and no other
     * edge can bring it a message.
     */
    boolean isDisappointed();

    /** Returns the message by which the role would learn now that the remote role has crashed, if its state has one. */
    Optional<MessageLayout> crash();

    /**
     * The remote role has crashed, or what it sends has ended. May be called by any thread.
     *
     * @param cause why
     * @return whether the protocol says anywhere how to go on without that role; if not, the session has been faulted
     */
    boolean isSurvived(Throwable cause);

    /** No more will come on the edge: perhaps nobody can go on now. May be called by any thread. */
    void ended();

    /** Returns where the role stands, for messages to users. */
    String describe();
}
