package dev.parley.sessions.figures;

import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.Recovered;
import dev.parley.sessions.event.SessionEvent.TaskDelegated;
import dev.parley.sessions.event.SessionEvent.TaskUpdated;
import dev.parley.sessions.model.TaskStatus;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A meter that counts, and has the whole that it is a part of count along. So the whole forgets nothing when a part goes. */
final class CountingMeter implements Meter {

    /** Null where this is the whole. */
    private final @Nullable CountingMeter whole;

    private final Counter messages = new Counter();
    private final Counter tasks = new Counter();
    private final LongAdder cpu = new LongAdder();
    private final HandedOut handedOut = new HandedOut();

    CountingMeter(@Nullable CountingMeter whole) {
        this.whole = whole;
    }

    @Override
    public Meter part() {
        return new CountingMeter(this);
    }

    @Override
    public <R, X extends Exception> R message(Doing<R, X> processing) throws X {
        long start = System.nanoTime();
        boolean failed = true;
        try {
            R result = processing.now();
            failed = false;
            return result;
        } finally {
            message(System.nanoTime() - start, failed);
        }
    }

    private void message(long nanos, boolean failed) {
        messages.add(nanos, failed);
        if (whole != null) {
            whole.message(nanos, failed);
        }
    }

    @Override
    public void work(Runnable work) {
        long start = Processor.nanos();
        try {
            work.run();
        } finally {
            cpu(Processor.nanos() - start);
        }
    }

    private void cpu(long nanos) {
        cpu.add(nanos);
        if (whole != null) {
            whole.cpu(nanos);
        }
    }

    @Override
    public void happened(SessionEvent event) {
        if (event instanceof Recovered recovered) {
            handedOut.addAll(recovered.session().work().tasks());
        } else if (event instanceof TaskDelegated delegated) {
            handedOut.add(delegated.task().id(), delegated.stamp().at());
        } else if (event instanceof TaskUpdated updated) {
            boolean failed = updated.task().status() != TaskStatus.COMPLETED;
            handedOut.took(updated.task().id(), updated.stamp().at()).ifPresent(took -> task(took.toNanos(), failed));
        }
    }

    private void task(long nanos, boolean failed) {
        tasks.add(nanos, failed);
        if (whole != null) {
            whole.task(nanos, failed);
        }
    }

    @Override
    public Tally tally() {
        return new Tally(messages.count(), tasks.count(), Duration.ofNanos(cpu.sum()));
    }
}
