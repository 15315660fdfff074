package dev.parley.samples.multipartysession;

import dev.parley.runtime.Quorum;
import dev.parley.runtime.Quorum.Outcome;
import dev.parley.runtime.SessionOptions;
import dev.parley.samples.multipartysession.Minutes.Resolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds assemblies, by {@link Assembly}. */
public final class Assemblies {

    private final Duration patience;
    private final List<String> motions;

    /**
     * Sets how they are held.
     *
     * @param patience how long the coordinator waits for answers
     * @param motions what is voted on
     */
    public Assemblies(Duration patience, List<String> motions) {
        this.patience = patience;
        this.motions = List.copyOf(motions);
    }

    /**
     * Holds one. It is called off unless two accept. A motion is carried by more than half of those who have accepted.
     *
     * @param options how the session is opened
     * @param delegates who is invited
     */
    Minutes hold(SessionOptions options, List<Delegate> delegates) {
        Minutes[] minutes = new Minutes[1];
        AssemblySession.run(
                options,
                delegates.size(),
                coordinator -> minutes[0] = lead(coordinator),
                (member, participant) -> delegates.get(member).attend(member, participant));
        return minutes[0];
    }

    private Minutes lead(AssemblyCoordinator.Invitation start) {
        Map<Integer, String> members = new TreeMap<>();
        AssemblyCoordinator.Answer answers = start.invite("the new bridge")
                .gather(Quorum.<AssemblyCoordinator.Answer.Item>all().within(patience), (member, answer) -> {
                    if (answer.accepts()) {
                        members.put(member, answer.name());
                    }
                });
        if (members.size() < 2) {
            answers.callOff();
            return new Minutes(List.of(), 0, List.of());
        }
        AssemblyCoordinator.Report reports = answers.activate(
                        Map.copyOf(members).keySet())
                .broadcast("welcome, " + String.join(", ", members.values()))
                .status()
                .gather(Quorum.<AssemblyCoordinator.Report.Item>all().within(patience));
        int present = reports.copies().size();
        AssemblyCoordinator.Activity activity = reports;
        List<Resolution> resolutions = new ArrayList<>();
        for (String motion : motions) {
            AssemblyCoordinator.Vote votes = activity.propose(motion).gather(moreThanHalfOf(members.size()));
            Outcome outcome = votes.outcome();
            int yes = (int)
                    votes.copies().stream().filter(vote -> vote.ballot().yes()).count();
            resolutions.add(new Resolution(motion, outcome, yes, votes.copies().size()));
            activity = votes.decided(outcome == Outcome.REACHED);
        }
        activity.end();
        return new Minutes(List.copyOf(members.values()), present, resolutions);
    }

    private Quorum<AssemblyCoordinator.Vote.Item> moreThanHalfOf(int members) {
        return Quorum.<AssemblyCoordinator.Vote.Item>of(members / 2 + 1)
                .counting(vote -> vote.ballot().yes())
                .within(patience);
    }

    /**
     * Has a hundred people vote on a bridge, with opinions as different as their numbers.
     *
     * @param args how many others than a hundred, if given
     */
    public static void main(String[] args) {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        List<Delegate> delegates = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int number = i;
            delegates.add(new Delegate(
                    "delegate " + i,
                    i % 10 != 0,
                    motion -> number % motion.length() < motion.length() / 2 ? Ballot.YES : Ballot.NO));
        }
        Assemblies assemblies =
                new Assemblies(Duration.ofSeconds(5), List.of("build it", "paint it green", "name it after nobody"));
        Minutes minutes = assemblies.hold(SessionOptions.defaults(), delegates);
        System.out.println(
                minutes.members().size() + " of " + people + " accepted, " + minutes.reports() + " reported");
        minutes.resolutions()
                .forEach(each -> System.out.println("\"" + each.motion() + "\" was decided by " + each.votes()
                        + " votes, " + each.yes() + " of them yes: "
                        + (each.outcome() == Outcome.REACHED ? "carried" : "not carried")));
        delegates.stream()
                .filter(Delegate::stayed)
                .max(Comparator.comparing(each -> each.heard().size()))
                .ifPresent(each -> System.out.println("who stayed has heard last: "
                        + each.heard().get(each.heard().size() - 1)));
    }
}
