package dev.parley.samples.multipartysession;

import dev.parley.runtime.SessionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Holds assemblies, by {@link Assembly}. */
public final class Assemblies {

    private final Duration patience;
    private final List<String> motions;

    /**
     * Sets how they are held.
     *
     * @param patience how long the coordinator waits for votes
     * @param motions what is voted on
     */
    public Assemblies(Duration patience, List<String> motions) {
        this.patience = patience;
        this.motions = List.copyOf(motions);
    }

    /**
     * Holds one.
     *
     * @param options how the session is opened
     * @param delegates who is invited
     * @param latecomers who comes without, and takes part from when the coordinator notices
     */
    Minutes hold(SessionOptions options, List<Delegate> delegates, List<Delegate> latecomers) {
        Queue<Delegate> waiting = new ConcurrentLinkedQueue<>(latecomers);
        Minutes[] minutes = new Minutes[1];
        AssemblySession.run(
                options,
                delegates.size(),
                latecomers.size(),
                coordinator -> minutes[0] = new Chair(patience, motions).lead(coordinator),
                (member, participant) -> delegates.get(member).attend(participant),
                participant -> waiting.remove().join(participant));
        return minutes[0];
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
                    i % 7 == 0 ? 1 : Integer.MAX_VALUE,
                    motion -> number % motion.length() < motion.length() / 2 ? Ballot.YES : Ballot.NO));
        }
        List<Delegate> latecomers =
                List.of(new Delegate("late " + people, true, Integer.MAX_VALUE, motion -> Ballot.YES));
        Assemblies assemblies =
                new Assemblies(Duration.ofSeconds(5), List.of("build it", "paint it green", "name it after nobody"));
        Minutes minutes = assemblies.hold(SessionOptions.defaults(), delegates, latecomers);
        System.out.println(minutes.members().size() + " of " + people + " have accepted");
        for (Minutes.Resolution each : minutes.resolutions()) {
            System.out.println("\"" + each.motion() + "\": " + each.yes() + " of " + each.present()
                    + " were for it when it was " + (each.isCarried() ? "carried" : "not carried"));
        }
        System.out.println(minutes.last().size() + " were there at the end; of the others, for example, "
                + minutes.absences().stream().limit(3).toList());
    }
}
