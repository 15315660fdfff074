package dev.parley.sessions.random;

import static dev.parley.sessions.model.ManagedStatus.ACTIVE;
import static dev.parley.sessions.model.ManagedStatus.COMPLETED;
import static dev.parley.sessions.model.ManagedStatus.ERROR;
import static dev.parley.sessions.model.ManagedStatus.INITIALIZING;
import static dev.parley.sessions.model.ManagedStatus.TERMINATED;

import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.model.TaskStatus;
import dev.parley.sessions.random.ModelSession.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What two managers of one store should do: to sessions, as time goes by, and what they should tell of it. Times are milliseconds. */
final class Model {
    static final int MOST = 3;
    static final int MOST_PER_OWNER = 2;
    static final long INACTIVITY = 61_000;
    static final long CLEANUP = 60_000;
    static final long LEASE = 30_000;

    final Map<String, ModelSession> sessions = new LinkedHashMap<>();
    final List<ModelNode> nodes = List.of(new ModelNode(0), new ModelNode(1));

    /** What was archived, in the order in which that was done. */
    final List<ModelArchive> archives = new ArrayList<>();

    /** What is told by a node of a session, in order. */
    final Map<String, List<String>> events = new TreeMap<>();

    final List<String> read = new ArrayList<>();

    /** How many letters were written. */
    long letters;

    /** Who got the last letter of a key, by node and key. */
    final Map<String, String> sticky = new TreeMap<>();

    long now;
    long turns;

    // Who is there

    List<ModelSession> running(int node) {
        return sessions.values().stream().filter(each -> each.runs == node).toList();
    }

    ModelSession get(String id) {
        return Objects.requireNonNull(sessions.get(id));
    }

    long live(int node) {
        return running(node).stream().filter(ModelSession::isLive).count();
    }

    boolean isFull(int node) {
        return live(node) >= MOST;
    }

    boolean isFull(int node, String owner) {
        return running(node).stream()
                        .filter(each -> each.isLive() && each.owner.equals(owner))
                        .count()
                >= MOST_PER_OWNER;
    }

    boolean isTaken(ModelSession asked, String name) {
        return sessions.values().stream()
                .anyMatch(each -> each != asked && each.isLive() && each.kind == asked.kind && each.name.equals(name));
    }

    boolean isAbandoned(ModelSession session) {
        return nodes.get(session.node).lease < now;
    }

    // What is told

    void tell(ModelSession session, String what) {
        tell(session.runs, session, what);
    }

    void tell(int node, ModelSession session, String what) {
        tellOf(node, session.id, session.epoch + "." + ++session.told + " " + now + " " + what);
    }

    /** A node could not take one more session in. */
    void tellOfLimit(int node) {
        String limit = isFull(node) ? "SESSIONS " + MOST : "SESSIONS_PER_OWNER " + MOST_PER_OWNER;
        tellOf(node, "", "0.0 " + now + " LimitReached " + limit);
    }

    private void tellOf(int node, String id, String event) {
        events.computeIfAbsent(node + " " + id, key -> new ArrayList<>()).add(event);
    }

    // A session's life

    void create(ModelSession session) {
        session.active = now;
        sessions.put(session.id, session);
        begin(session);
        tell(session, "Created " + session.name);
    }

    private void begin(ModelSession session) {
        session.since = now;
        session.turn = ++turns;
        session.told = 0;
        session.tasks.forEach(this::arm);
    }

    void become(ModelSession session, ManagedStatus to, String reason) {
        tell(session, "StatusChanged " + session.status + " " + to + " (" + reason + ")");
        session.status = to;
        session.reason = reason;
        session.active = now;
    }

    void resume(ModelSession session) {
        become(session, ACTIVE, "");
        session.tasks.forEach(this::arm);
        read(session);
    }

    void fail(ModelSession session, String problem) {
        tell(session, "Failed " + problem);
        become(session, ERROR, problem);
    }

    void complete(ModelSession session, String summary) {
        become(session, COMPLETED, summary);
        tell(session, "Completed " + summary);
        ended(session);
    }

    void terminate(ModelSession session, String why) {
        if (session.isLive()) {
            if (session.status == INITIALIZING) {
                become(session, ERROR, why);
            }
            become(session, TERMINATED, why);
            tell(session, "Terminated " + why);
            ended(session);
        }
    }

    private void ended(ModelSession session) {
        silence(session);
        endConversations(session, "the session has ended" + (session.reason.isEmpty() ? "" : ": " + session.reason));
    }

    void endConversations(ModelSession session, String why) {
        for (ModelConversation each : session.conversations) {
            if (each.open && !each.ended) {
                each.ended = true;
                tell(session, "ConversationEnded " + each + " (" + why + ")");
            }
        }
    }

    /** It reads no letters any more, and those who have sent some learn that. */
    void silence(ModelSession session) {
        session.reads = Optional.empty();
        session.inbox.forEach(letter -> letter.result = "NotDeliveredException");
        session.inbox.clear();
    }

    void update(ModelSession session) {
        session.active = now;
        tell(session, "Updated " + session.name);
    }

    void delete(ModelSession session) {
        if (session.runs != ModelSession.NOWHERE) {
            terminate(session, "deleted");
            tell(session, "Deleted");
            forget(session);
        }
        sessions.remove(session.id);
    }

    boolean cleanUp(ModelSession session) {
        if (session.isLive()) {
            return false;
        }
        tell(session, "Cleaned");
        forget(session);
        session.runs = ModelSession.NOWHERE;
        return true;
    }

    private void forget(ModelSession session) {
        sticky.values().removeIf(session.id::equals);
    }

    // Nodes

    void open(ModelNode node) {
        node.open = true;
        node.lease = now + LEASE;
        node.renews = now + LEASE / 3;
        node.cleans = now + CLEANUP;
    }

    void close(ModelNode node) {
        node.open = false;
        running(node.number).forEach(this::leave);
        sticky.keySet().removeIf(key -> key.startsWith(node.number + " "));
    }

    private void leave(ModelSession session) {
        session.runs = ModelSession.NOWHERE;
        silence(session);
        session.conversations.forEach(each -> each.open = false);
    }

    void goOn(ModelSession session, int node) {
        session.node = node;
        session.runs = node;
        session.epoch++;
        begin(session);
        tell(session, "Recovered " + session.name);
    }

    /** All of its own, and of others as many as there is room for. */
    List<ModelSession> recover(ModelNode node) {
        List<ModelSession> all = new ArrayList<>(sessions.values().stream()
                .filter(each -> each.isLive() && each.node == node.number && each.runs == ModelSession.NOWHERE)
                .toList());
        all.forEach(each -> goOn(each, node.number));
        List<ModelSession> others = sessions.values().stream()
                .filter(each -> each.isLive() && each.node != node.number && isAbandoned(each))
                .sorted(Comparator.comparing(each -> each.id))
                .limit(Math.max(0, MOST - live(node.number)))
                .toList();
        others.forEach(each -> goOn(each, node.number));
        all.addAll(others);
        return all;
    }

    void migrate(ModelSession session, int to) {
        int from = session.runs;
        long told = session.told;
        leave(session);
        goOn(session, to);
        tellOf(from, session.id, (session.epoch - 1) + "." + (told + 1) + " " + now + " Migrated n" + to);
    }

    // Work

    void arm(ModelTask task) {
        task.rings = Math.max(task.due, now);
        task.turn = ++turns;
    }

    void failed(ModelSession session, ModelTask task, TaskStatus end, String why) {
        task.fail(end, why, now);
        tell(session, "TaskUpdated " + task);
        arm(task);
    }

    void look(ModelSession session, ModelTask task) {
        if (task.status == TaskStatus.IN_PROGRESS) {
            failed(session, task, TaskStatus.TIMEOUT, task.agent() + " has not answered in time");
        } else if (session.isHere(task.agent())) {
            task.handOut(now);
            tell(session, "TaskDelegated " + task);
            arm(task);
        } else {
            failed(session, task, TaskStatus.FAILED, task.agent() + " has left");
        }
    }

    void advance(ModelSession session, String step, StepState state, boolean byProtocol) {
        Step now = session.steps.get(step);
        if (now == null || (byProtocol && now.state() == state)) {
            return; // a step that was taken away, or another conversation has come there already
        }
        session.steps.put(step, now.in(state));
        session.active = this.now;
        tell(session, "WorkflowAdvanced " + step + " " + state + (byProtocol ? " by protocol" : ""));
    }

    void activate(ModelSession session, ModelConversation conversation) {
        switchTo(session, Optional.of(conversation));
    }

    /** Another one is the active one: the oldest of those that go on, else the oldest. */
    void remove(ModelSession session, ModelConversation conversation) {
        session.conversations.remove(conversation);
        tell(session, "ConversationRemoved " + conversation);
        if (session.current == conversation) {
            switchTo(
                    session,
                    session.conversations.stream().min(Comparator.comparing((ModelConversation each) -> each.ended)));
        }
    }

    private void switchTo(ModelSession session, Optional<ModelConversation> next) {
        ModelConversation before = session.current;
        if (before != next.orElse(null)) {
            session.current = next.orElse(null);
            tell(
                    session,
                    "ConversationSwitched " + (before == null ? "none" : before.id) + " "
                            + next.map(each -> each.id).orElse("none"));
        }
    }

    void add(ModelSession session, ModelConversation conversation) {
        session.conversations.add(conversation);
        session.active = now;
        for (String phase : List.of("greeting", "talk")) {
            session.steps.putIfAbsent(phase, new Step(Set.of(), Set.of(), StepState.PENDING));
        }
        tell(session, "ConversationCreated " + conversation);
        if (session.current == null) {
            switchTo(session, Optional.of(conversation));
        }
        advance(session, "greeting", StepState.CURRENT, true);
        advance(session, "talk", StepState.CURRENT, true);
        advance(session, "greeting", StepState.COMPLETED, true);
    }

    // Letters

    void send(ModelSession from, ModelSession to, ModelLetter letter) {
        from.active = now;
        to.inbox.add(letter);
        read(to);
    }

    /** The important ones first, else in the order in which they were sent. */
    void read(ModelSession session) {
        if (session.status != ACTIVE || session.reads.isEmpty() || session.inbox.isEmpty()) {
            return;
        }
        session.inbox.sort(
                Comparator.comparingInt((ModelLetter each) -> -each.priority).thenComparingLong(each -> each.number));
        for (ModelLetter letter : session.inbox) {
            read.add(session.id + " " + letter.payload);
            letter.result = letter.payload.startsWith("bad") ? "IllegalStateException" : "re " + letter.payload;
        }
        session.inbox.clear();
        session.active = now;
    }
}
