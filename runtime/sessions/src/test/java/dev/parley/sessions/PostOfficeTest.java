package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.sessions.message.NotDeliveredException;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostOfficeTest {

    private final ManagerFixture fixture = new ManagerFixture(options -> options.inboxCapacity(3));
    private final PostOffice post = fixture.manager.post();
    private final SessionHandle sender = fixture.started("sender");
    private final List<String> read = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    private SessionHandle reader(String name, int priority) {
        SessionHandle reader = fixture.started(name);
        reader.register(Set.of("order"), priority, letter -> {
            read.add(name + ":" + letter.payload());
            return letter.payload() + "!";
        });
        return reader;
    }

    private String route(Affinity affinity, String key, String payload) {
        return (String) post.route(sender, "order", affinity, key, payload).join();
    }

    @Test
    void aLetterIsReadAndAnswered() throws Exception {
        SessionHandle reader = reader("a", 0);

        assertThat(post.send(sender, reader.id(), "order", 0, "tea").get()).isEqualTo("tea!");

        assertThat(read).containsExactly("a:tea");
        assertThatExceptionOfType(NotDeliveredException.class)
                .isThrownBy(() -> post.send(sender, reader.id(), "bill", 0, "tea"));
        assertThatExceptionOfType(NotRunHereException.class)
                .isThrownBy(() -> post.send(sender, "none", "order", 0, "tea"));
        assertThatIllegalStateException()
                .isThrownBy(() -> reader.register(Set.of("bill"), 0, letter -> ""))
                .withMessageContaining("Deregister it first");
        assertThat(reader.deregister(Duration.ZERO)).isZero();
        assertThatExceptionOfType(NotDeliveredException.class)
                .isThrownBy(() -> post.route(sender, "order", Affinity.STICKY, "", "tea"));
    }

    @Test
    void whatIsRefusedIsNoActivity() {
        SessionHandle reader = reader("a", 0);
        fixture.time.advance(Duration.ofSeconds(1));

        assertThatExceptionOfType(NotDeliveredException.class)
                .isThrownBy(() -> post.send(sender, reader.id(), "bill", 0, "tea"));

        assertThat(sender.now().lastActivity()).isEqualTo(ManagerFixture.NOON);
    }

    @Test
    void aFailureIsTheSenders() {
        SessionHandle reader = fixture.started("a");
        reader.register(Set.of("order"), 0, letter -> {
            throw new IllegalArgumentException("no tea");
        });

        CompletableFuture<Object> reply = post.send(sender, reader.id(), "order", 0, "tea");

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(reply::get)
                .withMessageContaining("no tea");
        assertThat(reader.live().meter().tally().toString()).isNotEmpty();
    }

    @Test
    void lettersWaitWhileASessionIsPausedTheImportantOnesInFront() {
        SessionHandle reader = reader("a", 0);
        reader.pause("lunch");
        List<CompletableFuture<Object>> replies = List.of(
                post.send(sender, reader.id(), "order", 0, "1"),
                post.send(sender, reader.id(), "order", 5, "2"),
                post.send(sender, reader.id(), "order", 0, "3"));
        assertThat(read).isEmpty();
        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> post.send(sender, reader.id(), "order", 0, "4"))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo(Limit.INBOX));

        reader.resume();

        assertThat(read).containsExactly("a:2", "a:1", "a:3");
        assertThat(replies).allMatch(CompletableFuture::isDone);
    }

    @Test
    void thoseOfTheHighestPriorityGetLetters() {
        reader("a", 0);
        SessionHandle b = reader("b", 1);

        route(Affinity.LEAST_LOADED, "", "1");
        b.pause("");
        route(Affinity.LEAST_LOADED, "", "2");

        assertThat(read).containsExactly("b:1", "a:2");
    }

    @Test
    void eachInTurn() {
        List<SessionHandle> readers = new ArrayList<>(List.of(reader("a", 0), reader("b", 0), reader("c", 0)));
        readers.sort(Comparator.comparing(SessionHandle::id));

        for (int i = 0; i < 6; i++) {
            route(Affinity.ROUND_ROBIN, "", "");
        }

        List<String> turns =
                readers.stream().map(reader -> reader.now().name() + ":").toList();
        assertThat(read.subList(0, 3)).isEqualTo(turns);
        assertThat(read.subList(3, 6)).isEqualTo(turns);
    }

    @Test
    void whatBelongsTogetherGoesToTheSameSessionAsLongAsItCan() {
        SessionHandle a = reader("a", 0);
        SessionHandle b = reader("b", 0);
        route(Affinity.STICKY, "ann", "1");
        String first = read.get(0).substring(0, 1);
        route(Affinity.STICKY, "ann", "2");
        (first.equals("a") ? a : b).terminate("", Map.of());
        route(Affinity.STICKY, "ann", "3");
        route(Affinity.STICKY, "ann", "4");

        String other = first.equals("a") ? "b" : "a";
        assertThat(read).containsExactly(first + ":1", first + ":2", other + ":3", other + ":4");
    }

    @Test
    void theLeastLoadedIsTheOneWithTheFewestLettersWaiting() throws Exception {
        try (ManagerFixture busy = new ManagerFixture(options -> options.executor(action -> {
            Thread thread = new Thread(action, "reader");
            thread.setDaemon(true);
            thread.start();
        }))) {
            SessionHandle from = busy.started("sender");
            CountDownLatch release = new CountDownLatch(1);
            SessionHandle blocked = busy.started("blocked");
            blocked.register(Set.of("order"), 0, letter -> {
                release.await();
                return "slow";
            });
            CompletableFuture<Object> slow = busy.manager.post().send(from, blocked.id(), "order", 0, "");
            SessionHandle free = busy.started("free");
            free.register(Set.of("order"), 0, letter -> "fast");

            assertThat(busy.manager
                            .post()
                            .route(from, "order", Affinity.LEAST_LOADED, "", "")
                            .get())
                    .isEqualTo("fast");
            assertThat(blocked.shutdown(Duration.ofMillis(1)))
                    .satisfies(left -> assertThat(left.unreadLetters()).isEqualTo(1))
                    .satisfies(left -> assertThat(left.isClean()).isFalse());
            release.countDown();
            assertThat(slow.get()).isEqualTo("slow");
        }
    }

    @Test
    void sendersLearnThatNobodyReads() throws Exception {
        SessionHandle reader = reader("a", 0);
        reader.pause("");
        CompletableFuture<Object> reply = post.send(sender, reader.id(), "order", 0, "tea");

        ShutdownReport left = reader.shutdown(Duration.ofMillis(1));

        assertThat(left.unreadLetters()).isEqualTo(1);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(reply::get)
                .withCauseInstanceOf(NotDeliveredException.class);
        assertThat(read).isEmpty();
    }
}
