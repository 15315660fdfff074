package dev.parley.sessions.random;

import dev.parley.sessions.ManagerFixture;
import dev.parley.sessions.model.ConversationInfo;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.WorkflowStep;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Says what a session is in the words of the model. */
final class StateText {

    private StateText() {}

    static long millis(Instant at) {
        return Duration.between(ManagerFixture.NOON, at).toMillis();
    }

    static String durable(ManagedSession session) {
        Map<String, ModelSession.Entry> context = new TreeMap<>();
        session.work()
                .context()
                .entries()
                .forEach((key, entry) -> context.put(key, new ModelSession.Entry(entry.value(), entry.version())));
        Map<String, ModelSession.Who> participants = new LinkedHashMap<>();
        for (Participant each : session.work().participants().all()) {
            participants.put(each.id(), new ModelSession.Who(each.role().orElse(""), each.state()));
        }
        return String.join(
                "\n  ",
                session.kind() + " " + session.name() + " of " + session.owner() + " at " + session.workspace(),
                session.status() + " (" + session.statusReason() + ") until "
                        + session.expiresAt().map(StateText::millis),
                "context " + session.work().context().version() + " " + context,
                "participants " + participants,
                "tasks " + session.work().tasks().stream().map(StateText::of).toList());
    }

    static String whole(ManagedSession session) {
        Map<String, ModelSession.Step> steps = new LinkedHashMap<>();
        for (WorkflowStep step : session.work().workflow().steps()) {
            steps.put(step.name(), new ModelSession.Step(step.agents(), step.after(), step.state()));
        }
        return String.join(
                "\n  ",
                durable(session),
                "active " + millis(session.lastActivity()),
                "steps " + steps,
                "conversations "
                        + session.work().conversations().all().stream()
                                .map(StateText::of)
                                .toList()
                        + ", active: "
                        + session.work()
                                .conversations()
                                .current()
                                .map(ConversationInfo::name)
                                .orElse("none"));
    }

    static String of(Task task) {
        return task.id() + " " + task.agent() + " " + task.status() + " " + task.attempt() + " "
                + task.due().map(at -> "" + millis(at)).orElse("-") + " "
                + task.outcome().orElse(null);
    }

    static String of(ConversationInfo conversation) {
        return conversation.name() + " " + conversation.messages() + "/" + conversation.messageLimit() + " "
                + conversation.lastResponse().orElse(null) + (conversation.ended() ? " ended" : "");
    }
}
