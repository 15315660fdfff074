package dev.parley.sessions.participant;

import dev.parley.sessions.event.SessionEvent.ParticipantAdded;
import dev.parley.sessions.event.SessionEvent.ParticipantChanged;
import dev.parley.sessions.event.SessionEvent.ParticipantRemoved;
import dev.parley.sessions.live.Changed;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.NameInUseException;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.ParticipantState;
import dev.parley.sessions.model.Participants;
import java.util.List;

/** Who takes part in a session. They may come and go as long as it has not ended. Safe for use by many threads. */
public final class Roster {

    private final LiveSession live;

    /** Creates the roster of a session. */
    public Roster(LiveSession live) {
        this.live = live;
    }

    /** Returns those who have not left. */
    public List<Participant> present() {
        return live.now().work().participants().present();
    }

    /**
     * Adds a participant; who has left may come back.
     *
     * @throws NameInUseException if there is one of this id, or one that plays the same role
     * @throws LimitReachedException if there may be no more
     */
    public void add(Participant participant) {
        int most = live.host().options().maxParticipants();
        if (present().size() >= most) {
            throw live.refused(Limit.PARTICIPANTS, most);
        }
        live.work((session, at) -> {
            Participants all = session.work().participants();
            check(all, participant, most);
            return Changed.to(with(session, participant), stamp -> new ParticipantAdded(stamp, participant));
        });
    }

    private void check(Participants all, Participant participant, int most) {
        if (all.find(participant.id()).isPresent()) {
            throw new NameInUseException("participant", participant.id());
        }
        if (participant.role().isPresent()
                && all.present().stream().anyMatch(other -> other.role().equals(participant.role()))) {
            throw new NameInUseException(
                    "participant in the role", participant.role().get());
        }
        if (all.present().size() >= most) { // another was faster
            throw new LimitReachedException(Limit.PARTICIPANTS, most, "the session " + live.id());
        }
    }

    /**
     * Has a participant leave.
     *
     * @param id its id
     * @throws dev.parley.sessions.model.UnknownNameException if there is none of this id
     */
    public void remove(String id) {
        live.work((session, at) -> {
            Participant left = session.work().participants().get(id).in(ParticipantState.LEFT);
            return Changed.to(with(session, left), stamp -> new ParticipantRemoved(stamp, left));
        });
    }

    /**
     * Says what a participant is doing.
     *
     * @param id its id
     * @param state what it does; to leave, it is {@linkplain #remove removed}
     * @throws dev.parley.sessions.model.UnknownNameException if there is none of this id
     * @throws IllegalArgumentException if it is to have left
     */
    public void set(String id, ParticipantState state) {
        if (state == ParticipantState.LEFT) {
            throw new IllegalArgumentException("The participant " + id + " is to have left; remove it instead.");
        }
        live.work((session, at) -> {
            Participant before = session.work().participants().get(id);
            Participant now = before.in(state);
            return before.equals(now)
                    ? Changed.to(session)
                    : Changed.to(with(session, now), stamp -> new ParticipantChanged(stamp, now));
        });
    }

    private static ManagedSession with(ManagedSession session, Participant participant) {
        return session.with(session.work().with(session.work().participants().with(participant)));
    }
}
