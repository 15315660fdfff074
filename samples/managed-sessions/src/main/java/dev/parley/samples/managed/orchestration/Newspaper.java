package dev.parley.samples.managed.orchestration;

import dev.parley.sessions.Affinity;
import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.message.LetterHandler;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.Retry;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.model.Workflow;
import dev.parley.sessions.model.WorkflowStep;
import dev.parley.sessions.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A newspaper: a director has departments write articles, and workers print what came in. Departments take turns; a worker who does
 * not answer in time is asked again, and replaced then. An observer keeps a log of everything, and has no say.
 */
public final class Newspaper implements AutoCloseable {

    private final SessionManager manager;
    private final SessionHandle director;
    private final SessionHandle observer;
    private final List<SessionEvent> log = new CopyOnWriteArrayList<>();

    /** Opens a newspaper without departments. */
    public Newspaper(ManagerOptions options) {
        this.manager = SessionManager.open(options);
        manager.listen(log::add);
        this.director = started(SessionKind.DIRECTOR, "director");
        this.observer = started(SessionKind.OBSERVER, "press council");
        director.workflow()
                .define(Workflow.of(
                        WorkflowStep.of("write"), WorkflowStep.of("print").after("write")));
    }

    private SessionHandle started(SessionKind kind, String name) {
        SessionHandle session = manager.create(kind, name, "publisher");
        session.start();
        return session;
    }

    /** Returns the session that directs. */
    public SessionHandle director() {
        return director;
    }

    /** Returns the session that only observes. */
    public SessionHandle observer() {
        return observer;
    }

    /** Returns what the observer has seen. */
    public List<SessionEvent> log() {
        return log;
    }

    /** Opens a department that writes articles. */
    public SessionHandle department(String name, LetterHandler writer) {
        SessionHandle department = started(SessionKind.DEPARTMENT, name);
        department.register(Set.of("article"), 0, writer);
        return department;
    }

    /** Has an article on each subject written, by the departments in turn; waits for all. */
    public List<String> write(List<String> subjects) {
        director.workflow().begin("write");
        List<CompletableFuture<Object>> articles = subjects.stream()
                .map(subject -> manager.post().route(director, "article", Affinity.ROUND_ROBIN, subject, subject))
                .toList();
        List<String> written =
                articles.stream().map(article -> String.valueOf(article.join())).toList();
        director.workflow().complete("write");
        return written;
    }

    /** Has something printed by a worker, within a minute; after two tries the other worker is asked. */
    public Task print(String what, String worker, String other) {
        director.workflow().begin("print");
        director.participants().add(Participant.of(worker));
        director.participants().add(Participant.of(other));
        return director.tasks()
                .delegate(TaskSpec.of(what, worker)
                        .orElse(other)
                        .in("print")
                        .within(Duration.ofMinutes(1))
                        .retry(Retry.linear(1, Duration.ofSeconds(10))));
    }

    /** A worker has printed it. */
    public void printed(Task task, String where) {
        director.tasks().answer(task.id(), task.attempt(), where);
        director.workflow().complete("print");
        director.complete("the paper is out", Map.of("paper", where));
    }

    @Override
    public void close() {
        manager.close();
    }

    public static void main(String[] args) {
        try (Newspaper paper = new Newspaper(ManagerOptions.defaults().store(new MemoryStore()))) {
            paper.department("politics", letter -> "What they say of " + letter.payload());
            paper.department("sports", letter -> "Who won: " + letter.payload());
            paper.write(List.of("the bridge", "the lake")).forEach(System.out::println);
            Task task = paper.print("the morning paper", "press://north", "press://south");
            paper.printed(task, "ten thousand copies in the north");
            System.out.println(paper.director().now().status() + " after "
                    + paper.director().workflow().now().completed());
        }
    }
}
