package dev.parley.sessions.event;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/**
 * Events for subscribers, each at its own pace. Every subscriber has a buffer of its own; one that falls behind further than that gets an
 * {@link EventOverflowException} instead of a gap, and nobody else notices.
 */
final class EventFeed implements Flow.Publisher<SessionEvent> {

    private final Executor executor;
    private final int buffer;
    private final List<SubmissionPublisher<SessionEvent>> each = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    EventFeed(Executor executor, int buffer) {
        this.executor = executor;
        this.buffer = buffer;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super SessionEvent> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        SubmissionPublisher<SessionEvent> publisher = new SubmissionPublisher<>(executor, buffer);
        publisher.subscribe(subscriber);
        each.add(publisher);
        if (closed) {
            publisher.close();
        }
    }

    void publish(SessionEvent event) {
        each.forEach(publisher -> {
            if (!offer(publisher, event)) {
                each.remove(publisher);
            }
        });
    }

    /** Returns whether there is somebody who may want more. */
    private static boolean offer(SubmissionPublisher<SessionEvent> publisher, SessionEvent event) {
        try {
            if (publisher.offer(event, (subscriber, lost) -> false) < 0) {
                publisher.closeExceptionally(new EventOverflowException(publisher.getMaxBufferCapacity()));
            }
        } catch (IllegalStateException closed) {
            // By another thread, whose event did not fit, or because there will be no more events.
            return false;
        }
        return publisher.hasSubscribers();
    }

    void close() {
        closed = true;
        each.forEach(SubmissionPublisher::close);
    }
}
