package dev.parley.runtime.transport;

import java.util.List;
import java.util.Optional;

/**
 * Carries the messages between the roles played here and one played elsewhere. It serves one session: bound when the session
 * opens, closed when it ends.
 */
public interface Transport {

    /**
     * Returns what keeps this transport from carrying some edges, as a clause such as {@code it loses messages}; empty if nothing
     * does. Called once, when the session opens, with all edges this transport is to carry, before anything else.
     *
     * @param edges what the edges demand
     */
    Optional<String> unfit(List<TransportSpec> edges);

    /**
     * Opens an edge to the remote role.
     *
     * @param edge the edge
     * @return takes its messages
     */
    Outbound outbound(TransportSpec edge);

    /**
     * Opens an edge from the remote role.
     *
     * @param edge the edge
     * @param inbox where its messages are to be delivered from now on, in order, by one thread at a time
     */
    void inbound(TransportSpec edge, Inbox inbox);

    /** Lets go of everything. The session has ended, be it well or not. Closing again changes nothing. */
    void close();
}
