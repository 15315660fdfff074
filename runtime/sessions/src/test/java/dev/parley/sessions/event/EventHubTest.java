package dev.parley.sessions.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.parley.sessions.event.SessionEvent.Failed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventHubTest {

    private static final int BUFFER = 8;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final EventHub hub = new EventHub(executor, BUFFER);

    @AfterEach
    void close() {
        hub.close();
        executor.shutdownNow();
    }

    static SessionEvent event(long number) {
        return new Failed(new Stamp("s1", 1, number, Instant.EPOCH), "paper jam");
    }

    private static List<Long> numbers(List<SessionEvent> events) {
        return events.stream().map(event -> event.stamp().number()).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** Asks for as much as it is told to. */
    private static final class Reader implements Flow.Subscriber<SessionEvent> {
        private final List<SessionEvent> read = new ArrayList<>();
        private final Semaphore got = new Semaphore(0);
        private final CountDownLatch subscribed = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private Flow.@Nullable Subscription subscription;
        private @Nullable Throwable failure;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            subscribed.countDown();
        }

        @Override
        public void onNext(SessionEvent event) {
            read.add(event);
            got.release();
        }

        @Override
        public void onError(Throwable error) {
            failure = error;
            over.countDown();
        }

        @Override
        public void onComplete() {
            over.countDown();
        }

        void request(long more) throws InterruptedException {
            assertThat(subscribed.await(60, TimeUnit.SECONDS)).isTrue();
            if (subscription != null) {
                subscription.request(more);
            }
        }

        void awaitEnd() throws InterruptedException {
            assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void noListenerBreaksAnother() {
        List<SessionEvent> first = new ArrayList<>();
        List<SessionEvent> last = new ArrayList<>();
        hub.listen(first::add);
        hub.listen(event -> {
            throw new AssertionError("I fail");
        });
        hub.listen(last::add);

        upTo(3).forEach(number -> hub.publish(event(number)));

        assertThat(numbers(first)).isEqualTo(upTo(3));
        assertThat(last).isEqualTo(first);
    }

    @Test
    void aListenerHearsOfWhatHappensWhileItListens() {
        List<SessionEvent> heard = new ArrayList<>();
        hub.publish(event(1));
        try (Listening listening = hub.listen(heard::add)) {
            assertThat(listening).isNotNull();
            hub.publish(event(2));
        }
        hub.publish(event(3));

        assertThat(numbers(heard)).containsExactly(2L);
    }

    @Test
    void aSubscriberGetsWhatItAsksForInOrder() throws Exception {
        Reader reader = new Reader();
        hub.publisher().subscribe(reader);
        upTo(5).forEach(number -> hub.publish(event(number)));
        reader.request(5);
        hub.close();
        reader.awaitEnd();

        assertThat(numbers(reader.read)).isEqualTo(upTo(5));
        assertThat(reader.failure).isNull();
    }

    @Test
    void whoFallsBehindIsToldSoAndNobodyElseNotices() throws Exception {
        Reader slow = new Reader();
        hub.publisher().subscribe(slow);
        Reader quick = new Reader();
        hub.publisher().subscribe(quick);
        quick.request(Long.MAX_VALUE);
        List<SessionEvent> heard = new ArrayList<>();
        hub.listen(heard::add);

        for (long number = 1; number <= BUFFER + 1; number++) {
            hub.publish(event(number));
            assertThat(quick.got.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        }
        slow.awaitEnd();

        assertThat(slow.failure)
                .isInstanceOf(EventOverflowException.class)
                .hasMessageContaining(BUFFER + " events behind");
        assertThat(slow.read).as("it has asked for nothing").isEmpty();
        assertThat(numbers(heard)).isEqualTo(upTo(BUFFER + 1));
        hub.close();
        quick.awaitEnd();
        assertThat(numbers(quick.read)).isEqualTo(upTo(BUFFER + 1));
    }

    @Test
    void whoeverSubscribesLateLearnsThatItIsOver() throws Exception {
        hub.close();
        Reader reader = new Reader();

        hub.publisher().subscribe(reader);

        reader.awaitEnd();
        assertThat(reader.failure).isNull();
        assertThatNullPointerException().isThrownBy(() -> hub.publisher().subscribe(null));
    }
}
