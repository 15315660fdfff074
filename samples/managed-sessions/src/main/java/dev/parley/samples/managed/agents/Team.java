package dev.parley.samples.managed.agents;

import dev.parley.runtime.SessionCancelledException;
import dev.parley.runtime.SessionClosedException;
import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.conversation.RunnableProtocol;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.TaskDelegated;
import dev.parley.sessions.event.SessionEvent.TaskUpdated;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.Retry;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.SharedContext;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has agents of several makers deliver a change. The protocol says who speaks when, so the workflow's steps come from its phases; each piece of
 * work is a task of its step, which falls to the next agent if one fails; what all have to know stands in the shared context.
 */
public final class Team {

    private static final RunnableProtocol<DeliverySession> DELIVERY =
            new RunnableProtocol<>("Delivery", DeliverySession::open, DeliverySession::reopen);

    private final SessionHandle session;
    private final List<Agent> agents;
    private final Map<String, CompletableFuture<String>> outcomes = new ConcurrentHashMap<>();

    /**
     * Brings a team together.
     *
     * @param session where it works
     * @param agents its members
     */
    public Team(SessionHandle session, List<Agent> agents) {
        this.session = session;
        this.agents = agents;
        session.listen(this::hear);
        agents.forEach(agent -> session.participants().add(Participant.of(agent.id())));
    }

    /** Has a change delivered by the agents named first, or else by the others; returns it as it was accepted. */
    public String deliver(String wish, List<String> architects, List<String> builders, List<String> reviewers)
            throws InterruptedException {
        Conversation<DeliverySession> delivery =
                session.conversations().create(ConversationSpec.of("delivery of " + wish, DELIVERY));
        return delivery.act(protocol -> {
            List<Thread> threads = List.of(
                    start(() -> architect(protocol.architect(), architects)),
                    start(() -> builder(protocol.builder(), builders)),
                    start(() -> reviewer(protocol.reviewer(), reviewers)));
            lead(protocol.lead(), wish);
            for (Thread thread : threads) {
                thread.join();
            }
            return session.context().get("change").orElseThrow().value();
        });
    }

    private static void lead(DeliveryLead.Design start, String wish) {
        DeliveryLead.Review review = start.wish(wish);
        while (review.receive() instanceof DeliveryLead.Rejected again) {
            review = again;
        }
    }

    private void architect(DeliveryArchitect.Design start, List<String> who) {
        DeliveryArchitect.Wish wish = start.receive();
        wish.plan(work("design", wish.text(), who));
    }

    private void builder(DeliveryBuilder.Start start, List<String> who) {
        DeliveryBuilder.Plan plan = start.receive();
        String change = work("build", plan.text(), who);
        note("change", change);
        DeliveryBuilder.Review review = plan.change(change);
        while (review.receive() instanceof DeliveryBuilder.Rejected rejected) {
            change = work("build", change + ", " + rejected.why(), who);
            note("change", change);
            review = rejected.change(change);
        }
    }

    private void reviewer(DeliveryReviewer.Build start, List<String> who) {
        DeliveryReviewer.Change change = start.receive();
        String opinion = work("review", change.text(), who);
        while (!opinion.equals("fine")) {
            change = change.rejected(opinion).receive();
            opinion = work("review", change.text(), who);
        }
        change.accepted();
    }

    /** Has something done within a step, by the first agent of a row who can. */
    private String work(String step, String what, List<String> who) {
        TaskSpec spec = TaskSpec.of(what, who.get(0))
                .in(step)
                .within(Duration.ofMinutes(5))
                .retry(Retry.NEVER);
        for (String other : who.subList(1, who.size())) {
            spec = spec.orElse(other);
        }
        return outcome(session.tasks().delegate(spec).id()).join();
    }

    private CompletableFuture<String> outcome(String task) {
        return outcomes.computeIfAbsent(task, unknown -> new CompletableFuture<>());
    }

    /** A task was handed to an agent, or is over. */
    private void hear(SessionEvent event) {
        if (event instanceof TaskDelegated handed) {
            follow(handed.task());
        } else if (event instanceof TaskUpdated updated) {
            follow(updated.task());
        }
    }

    private void follow(Task task) {
        switch (task.status()) {
            case PENDING -> {} // it will be handed out again
            case IN_PROGRESS -> attempt(task);
            case COMPLETED -> outcome(task.id()).complete(task.outcome().orElseThrow());
            case FAILED, TIMEOUT ->
                outcome(task.id())
                        .completeExceptionally(new IllegalStateException("Nobody could do \""
                                + task.spec().what() + "\": " + task.outcome().orElse("")));
        }
    }

    private void attempt(Task task) {
        try {
            String answer = agent(task.agent()).skill().apply(task.spec().what());
            session.tasks().answer(task.id(), task.attempt(), answer);
        } catch (CannotException cannot) {
            session.tasks().fail(task.id(), task.attempt(), String.valueOf(cannot.getMessage()));
        }
    }

    private Agent agent(String id) {
        return agents.stream()
                .filter(agent -> agent.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Writes what all have to know, unless somebody has changed it meanwhile. */
    private void note(String key, String value) {
        long seen = session.context().get(key).map(SharedContext.Entry::version).orElse(SharedContext.ABSENT);
        session.context().put(key, value, seen);
    }

    private Thread start(Runnable program) {
        Thread thread = new Thread(
                () -> {
                    try {
                        program.run();
                    } catch (SessionCancelledException | SessionClosedException over) {
                        // Whoever has ended it knows why.
                    } catch (RuntimeException e) {
                        session.terminate(String.valueOf(e.getMessage()), Map.of());
                    }
                },
                "agent");
        thread.start();
        return thread;
    }

    public static void main(String[] args) throws InterruptedException {
        List<Agent> agents = List.of(
                new Agent("codex://architect", wish -> "a plan for " + wish),
                new Agent("claude-code://builder", plan -> "built by " + plan),
                new Agent("human://reviewer", change -> change.contains("tests") ? "fine" : "with tests"));
        try (SessionManager manager =
                SessionManager.open(ManagerOptions.defaults().store(new MemoryStore()))) {
            SessionHandle session = manager.create(SessionKind.ACTIVE, "a login page", "lee");
            session.start();
            String change = new Team(session, agents)
                    .deliver(
                            "a login page",
                            List.of("codex://architect"),
                            List.of("claude-code://builder"),
                            List.of("human://reviewer"));
            System.out.println(change);
            System.out.println("done: " + session.workflow().now().completed());
        }
    }
}
