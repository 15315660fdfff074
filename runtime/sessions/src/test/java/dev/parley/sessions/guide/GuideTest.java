package dev.parley.sessions.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.Affinity;
import dev.parley.sessions.EmergencyReport;
import dev.parley.sessions.RecoveryReport;
import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.ShutdownReport;
import dev.parley.sessions.chat.ChatBot;
import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.ChatUser;
import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.conversation.RunnableProtocol;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.StatusChanged;
import dev.parley.sessions.event.SessionEvent.TaskDelegated;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.Resources;
import dev.parley.sessions.model.Retry;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.SharedContext;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.model.Workflow;
import dev.parley.sessions.model.WorkflowStep;
import dev.parley.sessions.query.Query;
import dev.parley.sessions.store.MemoryStore;
import dev.parley.sessions.store.SessionArchive;
import dev.parley.sessions.time.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docs/guide-sessions.md shows: every block of Java in it is here, and runs. */
class GuideTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T12:00:00Z"));
    private final SessionManager manager = SessionManager.open(
            ManagerOptions.defaults().store(new MemoryStore()).time(time).executor(Runnable::run));

    @AfterEach
    void close() {
        manager.close();
    }

    private static String withoutIndents(String code) {
        return code.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }

    @Test
    void everyBlockIsFromHere() throws Exception {
        String here =
                withoutIndents(Files.readString(Path.of("src/test/java/dev/parley/sessions/guide/GuideTest.java")));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../../docs/guide-sessions.md")));
        int count = 0;
        while (blocks.find()) {
            assertThat(here).contains(withoutIndents(blocks.group(1)));
            count++;
        }
        assertThat(count).isGreaterThan(6);
    }

    @Test
    void aLife() throws Exception {
        SessionHandle session = manager.create(
                SessionKind.DIRECTOR,
                "tax return",
                "ann",
                shape -> shape.workspace("/projects/tax").tags(Set.of("tax")).metadata(Map.of("year", "2026")));
        session.initialize(new Resources(512L << 20, 1, 0));
        session.start();
        session.pause("waits for papers");
        session.resume();
        session.complete("handed in", Map.of("return", "tax-2026.pdf"));

        List<ManagedSession> mine = manager.find(Query.parse(
                "owner = ? AND status IN (?, ?) AND metadata->>'year' = ? ORDER BY last_activity DESC",
                "ann",
                "ACTIVE",
                "COMPLETED",
                "2026"));
        assertThat(mine).containsExactly(session.now());
    }

    @Test
    void listening() {
        List<SessionEvent> heard = new ArrayList<>();
        manager.listen(event -> {
            if (event instanceof StatusChanged changed && changed.to() == ManagedStatus.IDLE) {
                heard.add(changed);
            }
        });
        SessionHandle session = manager.create(SessionKind.ACTIVE, "chat", "ann");
        session.start();
        time.advance(Duration.ofMinutes(5));
        assertThat(heard).hasSize(1);
    }

    @Test
    void talking() throws Exception {
        SessionHandle session = manager.create(SessionKind.ACTIVE, "chat", "ann");
        session.start();
        RunnableProtocol<ChatSession> chat = new RunnableProtocol<>("Chat", ChatSession::open, ChatSession::reopen);

        Conversation<ChatSession> first = session.conversations()
                .create(ConversationSpec.of("main", chat).messageLimit(100).durable());
        ChatUser.Reply waiting = first.act(typed -> typed.user().hello("ann").ask("how much?"));
        ChatBot.Start bot = first.act(ChatSession::bot);
        first.leave(waiting);
        assertThat(waiting).isNotNull();
        assertThat(bot).isNotNull();

        Conversation<ChatSession> second = session.conversations().create(Chats.chat("aside"));
        session.conversations().activate(second.id());
        String answer = session.conversations().send("hello");
        assertThat(answer).isEqualTo("HELLO");
    }

    @Test
    void working() {
        SessionHandle session = manager.create(SessionKind.DIRECTOR, "release", "ann");
        session.start();
        List<Task> toDo = new ArrayList<>();
        session.listen(event -> {
            if (event instanceof TaskDelegated delegated) {
                toDo.add(delegated.task());
            }
        });
        session.participants().add(Participant.of("claude-code://qa", "Tester"));
        session.participants().add(Participant.of("human://bob"));
        session.workflow()
                .define(Workflow.of(
                        WorkflowStep.of("test").by("claude-code://qa"),
                        WorkflowStep.of("publish").after("test")));
        session.workflow().begin("test");
        Task task = session.tasks()
                .delegate(TaskSpec.of("run the tests", "claude-code://qa")
                        .in("test")
                        .within(Duration.ofMinutes(10))
                        .retry(Retry.exponential(2, Duration.ofSeconds(30)).jitter(0.5))
                        .orElse("human://bob"));
        session.tasks().answer(task.id(), task.attempt(), "all green");
        session.workflow().complete("test");

        long version = session.context().put("build", "4711", SharedContext.ABSENT);
        session.context().put("build", "4712", version);

        assertThat(toDo).containsExactly(task);
        assertThat(session.workflow().now().pending()).containsExactly("publish");
        assertThat(session.context().get("build").orElseThrow().value()).isEqualTo("4712");
    }

    @Test
    void writingLetters() {
        SessionHandle director = manager.create(SessionKind.DIRECTOR, "director", "ann");
        director.start();
        SessionHandle worker = manager.create(SessionKind.DEPARTMENT, "worker", "ann");
        worker.start();
        worker.register(Set.of("translate"), 0, letter -> "<" + letter.payload() + ">");
        Object reply = manager.post()
                .route(director, "translate", Affinity.STICKY, "customer 7", "good morning")
                .join();
        assertThat(reply).isEqualTo("<good morning>");
    }

    @Test
    void examples() {
        manager.templates().create("review", SessionKind.DEPARTMENT, shape -> shape.workspace("/projects/${CUSTOMER}"));
        SessionHandle review = manager.templates()
                .instantiate(
                        "review", "review 1", "ann", Map.of("CUSTOMER", "acme"), shape -> shape.tags(Set.of("urgent")));
        SessionHandle another = manager.copy(review.id(), "review 2");
        assertThat(another.now().workspace()).isEqualTo("/projects/acme");
    }

    @Test
    void leaving() throws Exception {
        SessionHandle session = manager.create(SessionKind.ACTIVE, "chat", "ann");
        session.start();
        ShutdownReport left = session.shutdown(Duration.ofSeconds(10));
        if (!left.isClean()) {
            throw new AssertionError("unread: " + left.unreadLetters() + ", open: " + left.conversations());
        }
        EmergencyReport report = manager.emergencyShutdown("fire");
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void outlasting() {
        manager.keepHistory();
        RecoveryReport report = manager.recover();
        for (SessionHandle session : report.recovered()) {
            System.out.println("goes on: " + session);
        }
        assertThat(report.failures()).isEmpty();
        String id = manager.create(SessionKind.ACTIVE, "chat", "ann").id();
        String json = manager.archive(id).toJson();
        manager.delete(id);
        ManagedSession again = manager.restore(SessionArchive.parse(json));
        assertThat(manager.session(id).now()).isEqualTo(again);
        assertThat(json).contains("\"type\":\"Created\"");
    }

    @Test
    void withoutWaiting() {
        VirtualTime clock = new VirtualTime(Instant.parse("2026-01-01T12:00:00Z"));
        ManagerOptions options =
                ManagerOptions.defaults().store(new MemoryStore()).time(clock).executor(Runnable::run);
        try (SessionManager tested = SessionManager.open(options)) {
            SessionHandle session = tested.create(SessionKind.ACTIVE, "chat", "ann");
            session.start();
            clock.advance(Duration.ofMinutes(5));
            assertThat(session.now().statusReason()).isEqualTo("inactive for PT5M");
        }
    }
}
