package dev.parley.samples.sessionlifecycle;

import dev.parley.runtime.effect.EffectDeniedException;
import dev.parley.samples.sessionlifecycle.Outcome.Ending;
import java.util.ArrayList;
import java.util.List;

/** Plays {@link Work.Coordinator} in one session. */
final class Coordinator {

    private final List<Task> tasks;
    private final int retries;
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
        WorkCoordinator.Invitation.Received answer =
                start.create("to count words").receive();
        if (answer instanceof WorkCoordinator.Decline decline) {
            return archived(Ending.DECLINED, decline.dismiss());
        }
        WorkCoordinator.Join join = (WorkCoordinator.Join) answer;
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
            WorkCoordinator.Execution execution;
            try {
                execution = activity.broadcast(task.name(), task.text());
            } catch (EffectDeniedException denied) {
                return abandon(activity, denied);
            }
            activity = execute(task, execution);
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

    private WorkCoordinator.Activity execute(Task task, WorkCoordinator.Execution start) {
        WorkCoordinator.Execution.Received received = start.receive();
        for (int left = retries; received instanceof WorkCoordinator.Failed failed; left--) {
            if (left == 0) {
                skipped.add(task.name());
                return failed.skip();
            }
            received = failed.restore().receive();
        }
        return (WorkCoordinator.Done) received;
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
        WorkCoordinator.Archived archived = state.receive();
        return new Outcome(ending, archived.results(), archived.words(), skipped, reports);
    }
}
