package dev.parley.runtime;

/**
 * An edge of a session, as seen at some moment. While the session runs, the numbers may be a little apart in time.
 *
 * @param from the role that sends
 * @param to the role that receives
 * @param sent how many messages were sent; lost ones are not among them
 * @param dropped how many messages were lost, on an edge that may lose some
 * @param waiting how many messages are waiting to be received
 * @param closed whether the sender has finished
 */
public record EdgeStatus(String from, String to, long sent, long dropped, long waiting, boolean closed) {

    /** Returns whether no message is waiting to be received. */
    public boolean empty() {
        return waiting == 0;
    }
}
