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

    /**
     * Lets the role know, behind the last frame, that no more will come. Where the protocol is not over then, the remote role has crashed:
     * the role that waits for it takes its crash alternative if its state has one, and when nobody can go on, the session is faulted.
     */
    void end();

    /**
     * Says that the remote role cannot be heard any more, so that it counts as crashed for all who wait for it here, once they have received
     * what has come before. Each takes its crash alternative if its state has one; when nobody can go on, the session is faulted, and at once
     * if the protocol nowhere says how to go on without that role. Does nothing if the session has ended.
     *
     * @param cause why
     */
    void lost(Throwable cause);
}
