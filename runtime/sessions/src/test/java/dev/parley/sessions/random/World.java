package dev.parley.sessions.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.ManagerFixture;
import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.store.SessionStore;
import dev.parley.sessions.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Two managers of one store, and the model of them. */
final class World implements AutoCloseable {
    static final int PARTICIPANTS = 3;
    static final int CONVERSATIONS = 3;
    static final int INBOX = 2;

    final Model model = new Model();
    final List<String> read = new ArrayList<>();
    final Map<ModelLetter, CompletableFuture<Object>> replies = new LinkedHashMap<>();

    private final VirtualTime time = new VirtualTime(ManagerFixture.NOON);
    private final SessionStore store;
    private final Map<Integer, SessionManager> managers = new TreeMap<>();
    private final Map<String, List<String>> heard = new TreeMap<>();
    private final Map<String, List<String>> published = new TreeMap<>();
    private final Set<String> kinds = new TreeSet<>();
    private final List<Throwable> uncaught = new ArrayList<>();

    World(SessionStore store) {
        this.store = store;
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        open(model.nodes.get(0));
        open(model.nodes.get(1));
    }

    void open(ModelNode node) {
        ManagerOptions options = ManagerOptions.defaults()
                .store(store)
                .time(time)
                .executor(Runnable::run)
                .node("n" + node.number)
                .maxSessions(Model.MOST)
                .maxSessionsPerOwner(Model.MOST_PER_OWNER)
                .maxParticipants(PARTICIPANTS)
                .maxConversations(CONVERSATIONS)
                .inboxCapacity(INBOX)
                .inactivityTimeout(Duration.ofMillis(Model.INACTIVITY))
                .cleanupInterval(Duration.ofMillis(Model.CLEANUP))
                .lease(Duration.ofMillis(Model.LEASE))
                .healthChecks(false)
                .metrics(false)
                .logging(false);
        SessionManager manager = SessionManager.open(options);
        manager.listen(event -> note(heard, node, event));
        manager.listen(event -> kinds.add(event.getClass().getSimpleName()));
        manager.events().subscribe(new Subscriber(node));
        managers.put(node.number, manager);
        model.open(node);
    }

    void close(ModelNode node) {
        manager(node.number).orElseThrow().close();
        managers.remove(node.number);
        model.close(node);
    }

    /** Returns what kinds of events were heard. */
    Set<String> kinds() {
        return kinds;
    }

    /** Hears of everything, as whoever subscribes to the publisher does. */
    private final class Subscriber implements Flow.Subscriber<SessionEvent> {
        private final ModelNode node;

        Subscriber(ModelNode node) {
            this.node = node;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(SessionEvent event) {
            note(published, node, event);
        }

        @Override
        public void onError(Throwable failure) {
            uncaught.add(failure);
        }

        @Override
        public void onComplete() {}
    }

    private static void note(Map<String, List<String>> to, ModelNode node, SessionEvent event) {
        // What was refused before it became a session has no id that anybody knows.
        String id = event.stamp().number() == 0 ? "" : event.stamp().session();
        to.computeIfAbsent(node.number + " " + id, key -> new ArrayList<>()).add(EventText.of(event));
    }

    Optional<SessionManager> manager(int node) {
        return Optional.ofNullable(managers.get(node));
    }

    SessionHandle handle(ModelSession session) {
        return manager(session.runs).orElseThrow().session(session.id);
    }

    private List<ModelSession> running() {
        return model.sessions.values().stream()
                .filter(each -> each.runs != ModelSession.NOWHERE)
                .toList();
    }

    /** Returns one of the sessions that are run somewhere. */
    Optional<ModelSession> any(int which) {
        return pick(running(), which);
    }

    /** The same, but more often one that can do something. */
    Optional<ModelSession> some(int which) {
        List<ModelSession> able = running().stream()
                .filter(each -> each.status == ManagedStatus.ACTIVE && !each.isObserver())
                .toList();
        return which % 5 == 0 ? any(which / 5) : pick(able, which / 5);
    }

    static <E> Optional<E> pick(List<E> all, int which) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(which % all.size()));
    }

    void advance(long millis) {
        time.advance(Duration.ofMillis(millis));
        new ModelTime(model).advance(millis);
    }

    void check() {
        assertThat(uncaught).isEmpty();
        assertThat(normalized(heard)).isEqualTo(normalized(model.events));
        assertThat(published).as("subscribers hear what listeners hear").isEqualTo(heard);
        heard.clear();
        published.clear();
        model.events.clear();
        assertThat(read).as("letters that were read").isEqualTo(model.read);
        replies.forEach((letter, reply) ->
                assertThat(result(reply)).as("letter %s", letter.payload).isEqualTo(letter.result));
        replies.values().removeIf(CompletableFuture::isDone);
        managers.forEach((node, manager) -> assertThat(manager.running())
                .extracting(SessionHandle::id)
                .as("run by node %s", node)
                .containsExactlyInAnyOrderElementsOf(
                        model.running(node).stream().map(each -> each.id).toList()));
        model.sessions.values().forEach(this::check);
    }

    private void check(ModelSession session) {
        ManagedSession kept = store.load(session.id).orElseThrow();
        if (session.runs == ModelSession.NOWHERE) {
            assertThat(StateText.whole(kept)).as("in the store").isEqualTo(session.whole());
        } else {
            assertThat(StateText.whole(handle(session).now())).isEqualTo(session.whole());
            assertThat(StateText.durable(kept)).as("in the store").isEqualTo(session.durable());
            assertThat(handle(session).inbox().size()).isEqualTo(session.inbox.size());
        }
    }

    private static String result(CompletableFuture<Object> reply) {
        return reply.isDone()
                ? reply.handle((answer, failure) -> failure == null
                                ? (String) answer
                                : failure.getClass().getSimpleName())
                        .join()
                : "waits";
    }

    /** Which of a session's conversations ends first when it ends is left open. */
    private static Map<String, List<String>> normalized(Map<String, List<String>> events) {
        Map<String, List<String>> all = new TreeMap<>();
        events.forEach((key, told) -> {
            List<String> texts = new ArrayList<>();
            List<String> ends = new ArrayList<>();
            for (String each : told) {
                if (each.contains(" ConversationEnded ")) {
                    texts.add(each.substring(0, each.indexOf(' ')));
                    ends.add(each.substring(each.indexOf(' ')));
                } else {
                    ends.stream().sorted().forEach(texts::add);
                    ends.clear();
                    texts.add(each);
                }
            }
            ends.stream().sorted().forEach(texts::add);
            all.put(key, texts);
        });
        return all;
    }

    /** Closes what is open. Nothing is to be waited for then. */
    @Override
    public void close() {
        model.nodes.stream().filter(node -> node.open).forEach(this::close);
        assertThat(time.waiting()).as("timers").isZero();
        Thread.currentThread().setUncaughtExceptionHandler(null);
    }
}
