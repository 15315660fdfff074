package dev.parley.samples.multipartysession;

import dev.parley.runtime.ChoiceTimedOutException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays {@link Assembly.Participant} in one session. */
final class Delegate {

    private final String name;
    private final boolean accepts;
    private final Function<String, Ballot> opinion;
    private final List<String> heard = new ArrayList<>();
    private int reports;
    private boolean stayed;

    /**
     * Creates the program.
     *
     * @param name the participant's
     * @param accepts whether it accepts the invitation
     * @param reports how often it reports, 0 or more; when it is asked once more it leaves
     * @param opinion what it votes on a motion
     */
    Delegate(String name, boolean accepts, int reports, Function<String, Ballot> opinion) {
        this.name = name;
        this.accepts = accepts;
        this.reports = reports;
        this.opinion = opinion;
    }

    /** Plays the role from the invitation on. */
    void attend(AssemblyParticipant.Invitation start) {
        AssemblyParticipant.Opening opening = respond(start.receive());
        if (opening == null) {
            return;
        }
        if (opening.receive() instanceof AssemblyParticipant.Activate activate) {
            join(activate);
        } else {
            stayed = true; // it was called off
        }
    }

    /** Takes part from a time on when the assembly is open, be it from its beginning or not. */
    void join(AssemblyParticipant.Activity start) {
        AssemblyParticipant.Activity activity = start;
        while (activity != null) {
            activity = next(activity.receive());
        }
    }

    /** Answers the invitation; returns null if the role has ended with that. */
    private AssemblyParticipant.@Nullable Opening respond(AssemblyParticipant.Invite invite) {
        try {
            if (accepts) {
                return invite.accept(name);
            }
            invite.decline("busy");
        } catch (ChoiceTimedOutException e) {
            invite.keepSilent();
        }
        return null;
    }

    private AssemblyParticipant.@Nullable Activity next(AssemblyParticipant.Activity.Received received) {
        if (received instanceof AssemblyParticipant.Broadcast broadcast) {
            heard.add(broadcast.text());
            return broadcast;
        } else if (received instanceof AssemblyParticipant.Status status) {
            return report(status);
        } else if (received instanceof AssemblyParticipant.Propose propose) {
            return vote(propose);
        }
        stayed = true; // it is over
        return null;
    }

    private AssemblyParticipant.@Nullable Activity report(AssemblyParticipant.Status status) {
        try {
            if (reports-- > 0) {
                return status.report(name, heard.size());
            }
            status.leave("tired");
        } catch (ChoiceTimedOutException e) {
            status.keepSilent();
        }
        return null;
    }

    private AssemblyParticipant.@Nullable Activity vote(AssemblyParticipant.Propose propose) {
        String motion = propose.motion();
        AssemblyParticipant.BeforeDecided.Received outcome =
                propose.vote(opinion.apply(motion)).receive();
        if (outcome instanceof AssemblyParticipant.Decided decided) {
            heard.add(motion + (decided.carried() ? " is carried" : " is not carried"));
            return decided;
        }
        return null; // it was late, and has left
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
