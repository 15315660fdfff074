package dev.parley.sessions.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who takes part in a session, and who did. Immutable.
 *
 * @param all all of them, in the order in which they came; those who have left are among them
 */
public record Participants(List<Participant> all) {

    /** Nobody. */
    public static final Participants NONE = new Participants(List.of());

    /** Copies the list. */
    public Participants {
        all = List.copyOf(all);
    }

    /** Returns those who have not left. */
    public List<Participant> present() {
        return stream().toList();
    }

    private Stream<Participant> stream() {
        return all.stream().filter(participant -> participant.state() != ParticipantState.LEFT);
    }

    /** Returns a participant who has not left. */
    public Optional<Participant> find(String id) {
        return stream().filter(participant -> participant.id().equals(id)).findFirst();
    }

    /**
     * Returns a participant who has not left.
     *
     * @throws UnknownNameException if there is none of this id
     */
    public Participant get(String id) {
        return find(id).orElseThrow(() -> new UnknownNameException(
                "participant", id, stream().map(Participant::id).toList()));
    }

    /** Returns all with one, in the place of the one that has its id if there is one. */
    public Participants with(Participant participant) {
        return new Participants(Values.with(all, participant, Participant::id));
    }
}
