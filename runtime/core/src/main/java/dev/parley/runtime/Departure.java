package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.journal.JournalException;

/** A part, with its parties, leaves a session. */
final class Departure {

    private final Session session;
    private final int part;

    Departure(Session session, int part) {
        this.session = session;
        this.part = part;
    }

    /** It has reached an end of the protocol. */
    void finish() {
        if (session.isFinished(part)) {
            return; // it had before the session was reopened, or by its timeout, before its program came to know
        }
        Durable durable = session.durable();
        if (durable != null) {
            try {
                durable.finished(part);
            } catch (JournalException e) {
                throw session.gate().failed(e);
            }
        }
        retire();
        if (session.cast().hasLeft(part)) {
            session.wiring().abandon(part); // others may not know yet, and send to it
        }
    }

    /** A member of a family has not sent what others waited for: they go on without it, and nobody waits for it any more. */
    void leaveBehind() {
        retire();
        session.wiring().abandon(part);
    }

    /** It sends nothing more: its edges are closed behind what was sent. */
    void retire() {
        if (!session.cast().finish(part)) {
            return;
        }
        session.quiescence().finish(part);
        if (session.hasPhases()) {
            session.phaseTracker().finished(part);
        }
        ProtocolSpec protocol = session.protocol();
        for (Edge edge : protocol.edges()) {
            if (protocol.roleOf(edge.from()) == session.cast().role(part) && !protocol.isInternal(edge)) {
                session.cast().playedBy(part, edge.from()).forEach(sender -> close(edge, sender));
            }
        }
        session.departed();
    }

    private void close(Edge edge, int sender) {
        for (int receiver : session.cast().receivers(edge, sender)) {
            session.wiring().lane(edge, sender, receiver).out().close();
        }
    }
}
