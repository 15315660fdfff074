package dev.parley.samples.multipartysession;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Plays {@link Assembly.Participant} in one session. */
final class Delegate {

    private final String name;
    private final boolean accepts;
    private final Function<String, Ballot> opinion;
    private final List<String> heard = new ArrayList<>();
    private boolean active;
    private boolean stayed;

    /**
     * Creates the program.
     *
     * @param name the participant's
     * @param accepts whether it accepts the invitation
     * @param opinion what it votes on a motion
     */
    Delegate(String name, boolean accepts, Function<String, Ballot> opinion) {
        this.name = name;
        this.accepts = accepts;
        this.opinion = opinion;
    }

    /** Plays the role. */
    void attend(int member, AssemblyParticipant.Invitation start) {
        AssemblyParticipant.Invite invite = start.receive();
        AssemblyParticipant.Opening.Received opening =
                invite.answer(name, accepts).receive();
        if (opening instanceof AssemblyParticipant.Activate activate) {
            active = activate.members().contains(member);
            attend(activate);
        } else if (opening instanceof AssemblyParticipant.CallOff) {
            stayed = true;
        }
    }

    private void attend(AssemblyParticipant.Activity start) {
        AssemblyParticipant.Activity activity = start;
        while (true) {
            AssemblyParticipant.Activity.Received received = activity.receive();
            if (received instanceof AssemblyParticipant.Broadcast broadcast) {
                heard.add(broadcast.text());
                activity = broadcast;
            } else if (received instanceof AssemblyParticipant.Status status) {
                activity = status.report(heard.size());
            } else if (received instanceof AssemblyParticipant.Propose propose) {
                String motion = propose.motion();
                AssemblyParticipant.BeforeDecided.Received outcome = propose.vote(
                                active ? opinion.apply(motion) : Ballot.ABSTAIN)
                        .receive();
                if (outcome instanceof AssemblyParticipant.Decided decided) {
                    heard.add(motion + (decided.carried() ? " is carried" : " is not carried"));
                    activity = decided;
                } else {
                    return; // it was late, and has left
                }
            } else {
                stayed = received instanceof AssemblyParticipant.End;
                return;
            }
        }
    }

    /** Returns what it has heard. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Returns whether it was there until the end. */
    boolean stayed() {
        return stayed;
    }
}
