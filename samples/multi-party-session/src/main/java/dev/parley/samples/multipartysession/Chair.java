package dev.parley.samples.multipartysession;

import dev.parley.runtime.Quorum;
import dev.parley.samples.multipartysession.Minutes.Resolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plays {@link Assembly.Coordinator} in one session. It calls the assembly off unless two accept. Before each motion it asks how things are;
 * a motion is carried by more than half of those who are there then.
 */
final class Chair {

    private final Duration patience;
    private final List<String> motions;
    private final Map<Integer, String> present = new TreeMap<>();
    private final List<String> absences = new ArrayList<>();
    private final List<Resolution> resolutions = new ArrayList<>();

    /**
     * Creates the program.
     *
     * @param patience how long it waits for votes
     * @param motions what is voted on
     */
    Chair(Duration patience, List<String> motions) {
        this.patience = patience;
        this.motions = List.copyOf(motions);
    }

    /** Plays the role, and returns what happened. */
    Minutes lead(AssemblyCoordinator.Invitation start) {
        AssemblyCoordinator.Opening opening = responses(start.invite("the new bridge"));
        List<String> members = List.copyOf(present.values());
        if (members.size() < 2) {
            opening.callOff();
        } else {
            AssemblyCoordinator.Activity activity =
                    opening.activate(Set.copyOf(members)).broadcast("welcome, " + String.join(", ", members));
            for (String motion : motions) {
                activity.admit();
                activity = vote(motion, reports(activity.status()));
            }
            activity.end();
        }
        return new Minutes(members, absences, resolutions, List.copyOf(present.values()));
    }

    /** Hears what each says to the invitation: one after the other, as none of them can take longer than the protocol allows. */
    private AssemblyCoordinator.Opening responses(AssemblyCoordinator.Response state) {
        AssemblyCoordinator.InResponse responses = state.fork();
        for (int member : responses.members()) {
            AssemblyCoordinatorResponseEachParticipant.Start.Received response =
                    responses.member(member).receive();
            if (response instanceof AssemblyCoordinatorResponseEachParticipant.Accept accept) {
                present.put(member, accept.name());
            } else if (response instanceof AssemblyCoordinatorResponseEachParticipant.Decline decline) {
                absences.add(member + " declined: " + decline.reason());
            } else {
                absences.add(member + " did not answer");
            }
        }
        return responses.join();
    }

    /** Hears who is there: those who were, and have not left, and those who have joined. */
    private AssemblyCoordinator.Activity reports(AssemblyCoordinator.Report state) {
        AssemblyCoordinator.InReport reports = state.fork();
        for (int member : reports.members()) {
            AssemblyCoordinatorReportEachParticipant.Start.Received report =
                    reports.member(member).receive();
            if (report instanceof AssemblyCoordinatorReportEachParticipant.Leave leave) {
                absences.add(gone(member) + " left: " + leave.reason());
            } else if (report instanceof AssemblyCoordinatorReportEachParticipant.KeepSilent) {
                absences.add(gone(member) + " fell silent");
            } else if (report instanceof AssemblyCoordinatorReportEachParticipant.Report there) {
                present.put(member, there.name());
            }
        }
        return reports.join();
    }

    /** Strikes a member off; of one that has joined and never reported nobody knows the name. */
    private String gone(int member) {
        String name = present.remove(member);
        return name == null ? "member " + member : name;
    }

    /** Has those vote who are there; whoever has not voted when it is decided has left. */
    private AssemblyCoordinator.Activity vote(String motion, AssemblyCoordinator.Activity activity) {
        int voters = present.size();
        AssemblyCoordinator.Vote votes = activity.propose(motion)
                .gather(Quorum.<AssemblyCoordinator.Vote.Item>of(voters / 2 + 1)
                        .counting(vote -> vote.ballot() == Ballot.YES)
                        .within(patience));
        int yes = 0;
        Map<Integer, String> late = new TreeMap<>(present);
        for (AssemblyCoordinator.Vote.Copy vote : votes.copies()) {
            late.remove(vote.member());
            yes += vote.ballot() == Ballot.YES ? 1 : 0;
        }
        present.keySet().removeAll(late.keySet());
        late.values().forEach(name -> absences.add(name + " was late for \"" + motion + "\""));
        Resolution resolution = new Resolution(motion, voters, yes, votes.outcome());
        resolutions.add(resolution);
        return votes.decided(resolution.isCarried());
    }
}
