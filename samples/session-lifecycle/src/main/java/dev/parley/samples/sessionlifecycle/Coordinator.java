package dev.parley.samples.sessionlifecycle;

import dev.parley.runtime.effect.EffectDeniedException;
import dev.parley.samples.sessionlifecycle.Outcome.Ending;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plays {@link Work.Coordinator} in one session. */
final class Coordinator {

    private final List<Task> tasks;
    private final int retries;
    private final Set<String> settled = new HashSet<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();

    /**
     * Creates the program.
     *
     * @param tasks what is to be done
     * @param retries how often a task that went wrong is tried again
     */
    Coordinator(List<Task> tasks, int retries) {
        this.tasks = List.copyOf(tasks);
        this.retries = retries;
    }

    /**
     * Plays the role, and returns what came of it.
     *
     * @throws EffectDeniedException if the session may not even be created
     */
    Outcome coordinate(WorkCoordinator.Initiation start) {
        return answered(start.create("to count words").receive());
    }

    /**
     * Goes on where the session's journal ends, with the tasks whose results are not there yet, and returns what came of it since.
     *
     * @param ending how the session has ended, if it has been brought to its end before
     */
    Outcome resume(WorkCoordinator.Resumed at, Ending ending) {
        return at.match(
                this::coordinate,
                invitation -> answered(invitation.receive()),
                this::joined,
                this::answered,
                this::work,
                cleanup -> archived(ending, cleanup),
                archived -> outcome(ending, archived),
                report -> work(report(report)),
                this::work,
                this::work,
                execution -> work(settled(execution.receive())),
                done -> work(settled(done)),
                failed -> work(settled(failed)));
    }

    private Outcome answered(WorkCoordinator.Invitation.Received answer) {
        if (answer instanceof WorkCoordinator.Decline decline) {
            return archived(Ending.DECLINED, decline.dismiss());
        }
        return joined((WorkCoordinator.Join) answer);
    }

    private Outcome joined(WorkCoordinator.Join join) {
        WorkCoordinator.Activity activity;
        try {
            activity = join.activate();
        } catch (EffectDeniedException denied) {
            return archived(Ending.ABANDONED, join.abandon(denied.denial().reason()));
        }
        return work(activity);
    }

    private Outcome work(WorkCoordinator.Activity start) {
        WorkCoordinator.Activity activity = start;
        for (Task task : tasks) {
            if (settled.contains(task.name())) {
                continue; // it was under way when the session was resumed
            }
            WorkCoordinator.Execution execution;
            try {
                execution = activity.broadcast(task.name(), task.text());
            } catch (EffectDeniedException denied) {
                return abandon(activity, denied);
            }
            activity = settled(execution.receive());
            WorkCoordinator.Report report;
            try {
                report = activity.status();
            } catch (EffectDeniedException denied) {
                return abandon(activity, denied);
            }
            activity = report(report);
        }
        WorkCoordinator.Cleanup cleanup;
        try {
            cleanup = activity.end();
        } catch (EffectDeniedException denied) {
            return abandon(activity, denied);
        }
        return archived(Ending.ENDED, cleanup);
    }

    /** What was denied leaves the session active, so that it can still be given up. */
    private Outcome abandon(WorkCoordinator.Activity activity, EffectDeniedException denied) {
        return archived(Ending.ABANDONED, activity.abandon(denied.denial().reason()));
    }

    /** Has a task tried again that went wrong, or leaves it out. */
    private WorkCoordinator.Activity settled(WorkCoordinator.Execution.Received first) {
        WorkCoordinator.Execution.Received received = first;
        for (int left = retries; received instanceof WorkCoordinator.Failed failed; left--) {
            if (left == 0) {
                settled.add(failed.task());
                skipped.add(failed.task());
                return failed.skip();
            }
            received = failed.restore().receive();
        }
        WorkCoordinator.Done done = (WorkCoordinator.Done) received;
        settled.add(done.task());
        return done;
    }

    private WorkCoordinator.Activity report(WorkCoordinator.Report state) {
        WorkCoordinator.Report.Received received = state.receive();
        if (received instanceof WorkCoordinator.ReportMessage report) {
            reports.add(report.done() + " done, " + report.failures() + " failures");
            return report;
        }
        reports.add("alive");
        return (WorkCoordinator.Alive) received;
    }

    private Outcome archived(Ending ending, WorkCoordinator.Cleanup state) {
        return outcome(ending, state.receive());
    }

    private Outcome outcome(Ending ending, WorkCoordinator.Archived archived) {
        return new Outcome(ending, archived.results(), archived.words(), skipped, reports);
    }
}
