package dev.parley.runtime.transport;

/** Where a transport delivers what a remote role sends on an edge. Used by one thread at a time. */
public interface Inbox {

    /**
     * Delivers a frame and wakes the role that receives it. Waits while the edge's buffer is full, if that is what the edge does
     * then.
     *
     * @param frame holds one message
     * @return false if the session takes no more messages: there is no use in reading on
     */
    boolean deliver(Frame frame);

    /** Lets the role know, behind the last frame, that no more will come. Where the protocol is not over then, the session is faulted. */
    void end();

    /**
     * Faults the session: the remote role cannot be heard any more. Does nothing if the session has ended.
     *
     * @param cause why
     */
    void lost(Throwable cause);
}
