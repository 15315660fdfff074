package dev.parley.sessions.random;

import static dev.parley.sessions.model.ManagedStatus.ACTIVE;
import static dev.parley.sessions.model.ManagedStatus.IDLE;

import dev.parley.sessions.model.TaskStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What should happen as time goes by. */
final class ModelTime {
    private final Model model;

    /** Something that is to be done at a moment; of what is due at the same one, what was begun to be waited for first. */
    private record Due(long at, long turn, Runnable action) {}

    ModelTime(Model model) {
        this.model = model;
    }

    void advance(long by) {
        long end = model.now + by;
        for (Optional<Due> due = next(end); due.isPresent(); due = next(end)) {
            model.now = Math.max(model.now, due.get().at());
            due.get().action().run();
        }
        model.now = end;
    }

    private Optional<Due> next(long end) {
        List<Due> all = new ArrayList<>();
        for (ModelNode node : model.nodes) {
            if (node.open) {
                all.add(new Due(node.renews, 0, () -> renew(node)));
                all.add(new Due(node.cleans, 0, () -> clean(node)));
                model.running(node.number).forEach(session -> all.addAll(due(session)));
            }
        }
        return all.stream()
                .filter(due -> due.at() <= end)
                .min(Comparator.comparingLong(Due::at).thenComparingLong(Due::turn));
    }

    private List<Due> due(ModelSession session) {
        List<Due> all = new ArrayList<>();
        if (!session.isLive()) {
            return all;
        }
        session.expires.ifPresent(
                at -> all.add(new Due(Math.max(at, session.since), session.turn, () -> expire(session))));
        if (session.status == ACTIVE) {
            long at = Math.max(session.active + Model.INACTIVITY, session.since);
            all.add(new Due(at, session.turn, () -> model.become(session, IDLE, "inactive for PT1M1S")));
        }
        for (ModelTask task : session.tasks) {
            boolean waits = task.status == TaskStatus.PENDING && session.status == ACTIVE;
            if (waits || task.status == TaskStatus.IN_PROGRESS) {
                all.add(new Due(task.rings, task.turn, () -> model.look(session, task)));
            }
        }
        return all;
    }

    private void expire(ModelSession session) {
        model.tell(session, "Expired");
        model.terminate(session, "expired");
    }

    private void renew(ModelNode node) {
        node.lease = model.now + Model.LEASE;
        node.renews = model.now + Model.LEASE / 3;
    }

    private void clean(ModelNode node) {
        model.running(node.number).forEach(model::cleanUp);
        node.cleans = model.now + Model.CLEANUP;
    }
}
