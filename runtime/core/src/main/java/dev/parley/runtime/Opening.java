package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.journal.JournalException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Opens a session, and brings a durable one to where its journal ends. */
final class Opening {

    private final Session session;
    private final @Nullable Durable durable;

    private Opening(Session session) {
        this.session = session;
        this.durable = session.durable();
    }

    static Session open(ProtocolSpec protocol, SessionOptions options, @Nullable Durable durable, int... sizes) {
        checkTogether(options);
        Session session = new Session(protocol, options, durable, sizes);
        if (!options.table().enter(session)) {
            throw new IllegalStateException(
                    "The id " + session.id()
                            + " is taken by a session that has not ended. Close that one, choose another id, or leave the choice to the table.");
        }
        session.transports().open(session, session.gate());
        if (options.conductor() != null) {
            options.conductor().open(session);
        }
        new Opening(session).begin();
        return session;
    }

    private static void checkTogether(SessionOptions options) {
        if (options.isSameThread() && !options.remotes().isEmpty()) {
            throw new IllegalArgumentException(
                    "One thread is to play all roles, and some are played elsewhere: leave out sameThread() or remote().");
        }
        if (options.conductor() != null
                && (options.isSameThread() || !options.remotes().isEmpty())) {
            throw new IllegalArgumentException("A simulation plays all roles, each in a thread of its own:"
                    + " leave out sameThread() and remote().");
        }
    }

    private void begin() {
        if (durable != null) {
            try {
                durable.begin();
                restore(durable.before());
            } catch (JournalException e) {
                session.fault(e);
                throw e;
            }
        }
        if (session.hasPhases()) {
            session.phaseTracker()
                    .begin(
                            session.parts()
                                    .filter(part -> !session.transports()
                                            .isRemote(session.cast().role(part))),
                            part -> durable == null ? 0 : durable.before().stateNumber(part),
                            durable == null ? new BitSet() : durable.before().phases());
        }
    }

    private void restore(Replay before) {
        for (Edge edge : session.protocol().edges()) {
            if (before.sent(edge.lane().edge()) > 0) {
                session.wiring().lane(edge, edge.from(), edge.to());
            }
        }
        for (int role = 0; role < session.protocol().roles().size(); role++) {
            if (before.isFinished(role)) {
                new Departure(session, role).retire();
            } else if (before.isInBranch(role)) {
                session.quiescence().busy(role);
            }
        }
        if (session.isGuarded()) {
            before.guards().forEach(session.guarding()::repeat);
        }
        if (before.cancelled() != null) {
            session.end(before.cancelled());
        }
    }
}
