package dev.parley.sessions.random;

import static dev.parley.sessions.model.ManagedStatus.ACTIVE;

import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.ParticipantState;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.StepState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a session should be. */
final class ModelSession {
    static final int NOWHERE = -1;

    final String id;
    final SessionKind kind;
    String name;
    String owner;
    ManagedStatus status = ManagedStatus.INITIALIZING;
    String reason = "";
    long active;
    Optional<Long> expires = Optional.empty();
    String workspace = "";
    final Map<String, Entry> context = new TreeMap<>();
    long version;
    final Map<String, Who> participants = new LinkedHashMap<>();
    final Map<String, Step> steps = new LinkedHashMap<>();
    final List<ModelTask> tasks = new ArrayList<>();
    final List<ModelConversation> conversations = new ArrayList<>();

    @Nullable ModelConversation current;

    /** The node that manages it, whether or not it is run there. */
    int node;

    /** The node that runs it. */
    int runs;

    long epoch = 1;
    long told;

    /** Since when it is run there. */
    long since;

    long turn;

    // What is not kept:
    Optional<Reads> reads = Optional.empty();
    final List<ModelLetter> inbox = new ArrayList<>();

    record Entry(String value, long version) {}

    record Who(String role, ParticipantState state) {
        boolean isHere() {
            return state != ParticipantState.LEFT;
        }
    }

    record Step(Set<String> agents, Set<String> after, StepState state) {
        Step in(StepState other) {
            return new Step(agents, after, other);
        }
    }

    record Reads(Set<String> types, int priority) {}

    ModelSession(String id, SessionKind kind, String name, String owner, int node) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.owner = owner;
        this.node = node;
        this.runs = node;
    }

    /** Returns what an archive has of it. */
    ModelSession archived() {
        ModelSession copy = new ModelSession(id, kind, name, owner, NOWHERE);
        copy.status = status;
        copy.reason = reason;
        copy.active = active;
        copy.expires = expires;
        copy.workspace = workspace;
        copy.context.putAll(context);
        copy.version = version;
        copy.participants.putAll(participants);
        copy.steps.putAll(steps);
        tasks.forEach(task -> copy.tasks.add(task.copy()));
        for (ModelConversation conversation : conversations) {
            ModelConversation kept = conversation.kept();
            copy.conversations.add(kept);
            if (conversation == current) {
                copy.current = kept;
            }
        }
        copy.epoch = 0;
        return copy;
    }

    boolean isLive() {
        return status != ManagedStatus.COMPLETED && status != ManagedStatus.TERMINATED;
    }

    boolean isObserver() {
        return kind == SessionKind.OBSERVER;
    }

    long present() {
        return participants.values().stream().filter(Who::isHere).count();
    }

    Optional<Who> who(String agent) {
        return Optional.ofNullable(participants.get(agent)).filter(Who::isHere);
    }

    boolean isHere(String agent) {
        return who(agent).isPresent();
    }

    Optional<Step> step(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    Optional<ModelConversation> conversation(String conversation) {
        return conversations.stream()
                .filter(each -> each.id.equals(conversation))
                .findFirst();
    }

    Optional<ModelTask> task(String task) {
        return tasks.stream().filter(each -> each.id.equals(task)).findFirst();
    }

    boolean readsNow(String type) {
        return status == ACTIVE
                && runs != NOWHERE
                && reads.filter(each -> each.types().contains(type)).isPresent();
    }

    /** What the store has at once. */
    String durable() {
        return String.join(
                "\n  ",
                kind + " " + name + " of " + owner + " at " + workspace,
                status + " (" + reason + ") until " + expires,
                "context " + version + " " + context,
                "participants " + participants,
                "tasks " + tasks);
    }

    /** What it has by and by, too. */
    String whole() {
        return String.join(
                "\n  ",
                durable(),
                "active " + active,
                "steps " + steps,
                "conversations " + conversations + ", active: " + (current == null ? "none" : current.name));
    }
}
