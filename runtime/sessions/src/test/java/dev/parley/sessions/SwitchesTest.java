package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.StatusChanged;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What options do to a manager, and that it leaves nothing behind. */
class SwitchesTest {

    @TempDir
    private Path folder;

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("parley-sessions"))
                .collect(Collectors.toSet());
    }

    @Test
    void aManagerOfItsOwnKeepsItsSessionsInAFileAndLeavesNoThread() throws Exception {
        Path file = folder.resolve("orchestration.db");
        Set<Thread> before = threads();
        ManagerOptions options = ManagerOptions.defaults()
                .databasePath(file)
                .autosaveInterval(Duration.ofMillis(5))
                .cleanupInterval(Duration.ofMillis(5))
                .healthInterval(Duration.ofMillis(5))
                .metricsInterval(Duration.ofMillis(5));
        CountDownLatch completed = new CountDownLatch(1);
        CountDownLatch cleaned = new CountDownLatch(1);
        String id;
        try (SessionManager manager = SessionManager.open(options)) {
            manager.events().subscribe(new Last(completed));
            manager.listen(event -> {
                if (event instanceof SessionEvent.Cleaned) {
                    cleaned.countDown();
                }
            });
            SessionHandle chat = manager.create(SessionKind.ACTIVE, "chat", "ann");
            chat.start();
            chat.conversations().create(Chats.chat("main"));
            SessionHandle reader = manager.create(SessionKind.ACTIVE, "reader", "ann");
            reader.start();
            reader.register(Set.of("order"), 0, letter -> Thread.currentThread().getName());
            assertThat((String) manager.post()
                            .send(chat, reader.id(), "order", 0, "")
                            .get(60, TimeUnit.SECONDS))
                    .startsWith("parley-sessions");
            id = chat.id();
            chat.complete("done", Map.of());
            assertThat(cleaned.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(completed.await(60, TimeUnit.SECONDS)).isTrue();
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThat(Files.exists(file)).isTrue();
        try (SessionManager again = SessionManager.open(options)) {
            assertThat(again.get(id).orElseThrow().statusReason()).isEqualTo("done");
        }
    }

    private record Last(CountDownLatch completed) implements Flow.Subscriber<SessionEvent> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(SessionEvent event) {
            // Only the end is of interest.
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            completed.countDown();
        }
    }

    @Test
    void aManagerThatCannotBeOpenedLeavesNothing() {
        Set<Thread> before = threads();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() ->
                        SessionManager.open(ManagerOptions.defaults().databasePath(folder.resolve("missing/x.db"))));

        assertThat(threads()).isEqualTo(before);
    }

    @Test
    void whatIsSwitchedOffIsRefused() {
        try (ManagerFixture fixture = new ManagerFixture(
                options -> options.migration(false).affinity(false).emergencyShutdown(false))) {
            SessionHandle session = fixture.started("chat");

            assertThatExceptionOfType(FeatureDisabledException.class)
                    .isThrownBy(() -> session.migrate("/elsewhere"))
                    .withMessageContaining("ManagerOptions.migration(true)");
            assertThatExceptionOfType(FeatureDisabledException.class)
                    .isThrownBy(() -> fixture.manager.migrate(session.id(), fixture.manager));
            assertThatExceptionOfType(FeatureDisabledException.class)
                    .isThrownBy(() -> fixture.manager.emergencyShutdown(""));
            assertThatExceptionOfType(FeatureDisabledException.class)
                    .isThrownBy(() -> fixture.manager.post().route(session, "order", Affinity.STICKY, "", ""));
            assertThat(session.isActive()).isTrue();
        }
    }

    @Test
    void aShutdownWaitsAsLongAsTheOptionsSay() throws Exception {
        try (ManagerFixture fixture = new ManagerFixture(options -> options.shutdownTimeout(Duration.ofMillis(2)))) {
            SessionHandle session = fixture.started("chat");
            session.conversations()
                    .create(ConversationSpec.of("main", Chats.CHAT))
                    .act(typed -> typed.user().hello("ann"));

            assertThat(session.shutdown().conversations()).containsExactly("main");
        }
    }

    @Test
    void aNodeSaysThatItIsAliveAsLongAsItIs() {
        try (ManagerFixture fixture = new ManagerFixture(options -> options.lease(Duration.ofSeconds(30)))) {
            SessionHandle session = fixture.started("chat");
            for (int i = 0; i < 10; i++) {
                fixture.time.advance(Duration.ofSeconds(25));
                assertThat(fixture.store.abandoned(fixture.time.instant(), 10)).isEmpty();
            }
            fixture.manager.close();
            fixture.time.advance(Duration.ofSeconds(31));
            assertThat(fixture.store.abandoned(fixture.time.instant(), 10)).containsExactly(session.id());
        }
    }

    @Test
    void anObserverHearsOfEverythingUntilItEnds() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            SessionHandle observer = fixture.manager.create(SessionKind.OBSERVER, "audit", "eve");
            observer.start();
            List<SessionEvent> seen = new ArrayList<>();
            observer.observe(seen::add);
            SessionHandle session = fixture.started("chat");
            session.pause("lunch");
            observer.terminate("enough", Map.of());
            session.resume();

            assertThat(seen).isEqualTo(fixture.events.subList(2, 7));
            assertThat(seen.get(seen.size() - 1)).isInstanceOf(SessionEvent.Terminated.class);
            assertThatIllegalStateException().isThrownBy(() -> session.observe(seen::add));
        }
    }

    /** Eight threads change one session: every event comes once to each listener, in the order of the changes. */
    @Test
    void eventsOfASessionAreInOrderHoweverManyThreadsCauseThem() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            SessionHandle session = fixture.started("chat");
            List<SessionEvent> heard = new ArrayList<>(); // not safe for many threads: one at a time is to tell
            session.listen(heard::add);
            session.listen(event -> {
                if (event instanceof StatusChanged) {
                    session.context().get("key"); // a listener may use the session
                }
            });
            List<CompletableFuture<Void>> work = IntStream.range(0, 8)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 200; i++) {
                            session.context().put(thread + "-" + i, "x", 0);
                        }
                    }))
                    .toList();
            work.forEach(CompletableFuture::join);
            session.pause("");

            assertThat(heard)
                    .extracting(event -> event.stamp().number())
                    .isEqualTo(LongStream.rangeClosed(3, 1603).boxed().toList());
            assertThat(session.context().now().version()).isEqualTo(1600);
        }
    }

    @Test
    void theTimeOfTheMachineIsUsedWhereNoneIsGiven() throws Exception {
        Instant before = Instant.now().minusMillis(1);
        try (SessionManager manager =
                SessionManager.open(ManagerOptions.defaults().databasePath(folder.resolve("time.db")))) {
            SessionHandle session = manager.create(SessionKind.ACTIVE, "chat", "ann");
            assertThat(session.now().createdAt()).isBetween(before, Instant.now());
        }
    }
}
