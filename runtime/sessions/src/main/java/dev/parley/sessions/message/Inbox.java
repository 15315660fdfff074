package dev.parley.sessions.message;

import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.live.NotActiveException;
import dev.parley.sessions.live.ObserverException;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where the letters to a session wait until they are read, one after the other: those of higher priority first, else in the order in which they
 * came. While the session is paused they wait. Safe for use by many threads.
 */
public final class Inbox {

    private final LiveSession live;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();

    // With the lock held:
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparingInt((Waiting each) -> -each.letter().priority())
                    .thenComparingLong(each -> each.letter().id()));
    private @Nullable Registration registration;
    private boolean closing;

    /** Whether somebody reads what there is, or is about to. */
    private boolean reading;

    /** Whether a letter is being read. */
    private boolean inHand;

    private record Waiting(Letter letter, CompletableFuture<Object> reply) {}

    private record Turn(Waiting next, LetterHandler handler) {}

    /** Creates the inbox of a session. */
    public Inbox(LiveSession live) {
        this.live = live;
    }

    /**
     * Begins to read letters.
     *
     * @param types which
     * @param priority of several sessions that read a type, those of the highest priority get the letters
     * @param handler who reads them
     * @throws NotActiveException if the session is not active
     * @throws ObserverException if the session only observes: replies are letters, too
     * @throws IllegalStateException if it reads letters already
     */
    public void register(Set<String> types, int priority, LetterHandler handler) {
        live.checkMayAct();
        lock.lock();
        try {
            if (registration != null) {
                throw new IllegalStateException("The session " + live.id() + " reads letters of the types "
                        + registration.types() + " already. Deregister it first.");
            }
            registration = new Registration(types, priority, handler);
            closing = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes no more letters, and waits until those that came are read.
     *
     * @param timeout how long at most
     * @return how many were left unread; their senders get a {@link NotDeliveredException}
     * @throws InterruptedException if the thread is interrupted; no more letters are taken then
     */
    public int deregister(Duration timeout) throws InterruptedException {
        drain(timeout);
        return drop("the session " + live.id() + " does not read letters any more");
    }

    /** Takes no more letters, and waits until those that came are read; returns how many are left. */
    public int drain(Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            closing = true;
            while ((reading || !waiting.isEmpty()) && nanos > 0) {
                nanos = empty.awaitNanos(nanos);
            }
            return left();
        } finally {
            lock.unlock();
        }
    }

    private int left() {
        return waiting.size() + (inHand ? 1 : 0);
    }

    /** Reads nothing more, and tells the senders of what was left; returns how much that was. */
    public int drop(String why) {
        List<Waiting> unread;
        int left;
        lock.lock();
        try {
            registration = null;
            left = left();
            unread = new ArrayList<>(waiting);
            waiting.clear();
            empty.signalAll();
        } finally {
            lock.unlock();
        }
        unread.forEach(each -> each.reply()
                .completeExceptionally(
                        new NotDeliveredException("Letter " + each.letter().id() + " was not read: " + why + ".")));
        return left;
    }

    /** Returns whether it reads letters of a type, at the moment. */
    public boolean reads(String type) {
        lock.lock();
        try {
            return registration != null && !closing && registration.types().contains(type);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the priority that it was registered with; the least if it was not. */
    public int priority() {
        lock.lock();
        try {
            return registration == null ? Integer.MIN_VALUE : registration.priority();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many letters wait, and are being read. */
    public int size() {
        lock.lock();
        try {
            return left();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a letter.
     *
     * @return the reply, or why there is none
     * @throws NotDeliveredException if letters of its type are not read here
     * @throws LimitReachedException if there is no room
     */
    public CompletableFuture<Object> take(Letter letter) {
        CompletableFuture<Object> reply = new CompletableFuture<>();
        int most = live.host().options().inboxCapacity();
        if (!add(new Waiting(letter, reply), most)) {
            throw live.refused(Limit.INBOX, most);
        }
        pump();
        return reply;
    }

    private boolean add(Waiting letter, int most) {
        lock.lock();
        try {
            if (registration == null
                    || closing
                    || !registration.types().contains(letter.letter().type())) {
                throw new NotDeliveredException("The session " + live.id() + " does not read letters of the type "
                        + letter.letter().type() + ".");
            }
            return waiting.size() < most && waiting.add(letter);
        } finally {
            lock.unlock();
        }
    }

    /** Sees to it that what can be read is: when a letter has come, and when the session is resumed. */
    public void pump() {
        lock.lock();
        try {
            if (reading || !mayRead()) {
                return;
            }
            reading = true;
        } finally {
            lock.unlock();
        }
        try {
            live.execute(this::readAll);
        } catch (RejectedExecutionException closed) {
            lock.lock();
            try {
                reading = false;
            } finally {
                lock.unlock();
            }
            drop("the session manager is closed");
        }
    }

    private boolean mayRead() {
        return registration != null && !waiting.isEmpty() && live.now().status() == ManagedStatus.ACTIVE;
    }

    private void readAll() {
        for (Turn turn = next(); turn != null; turn = next()) {
            read(turn);
        }
    }

    private @Nullable Turn next() {
        lock.lock();
        try {
            inHand = mayRead();
            if (inHand && registration != null) {
                return new Turn(waiting.remove(), registration.handler());
            }
            reading = false;
            empty.signalAll();
            return null;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is, the sender gets it, and the next letter is read
    private void read(Turn turn) {
        Letter letter = turn.next().letter();
        try {
            Object reply = live.meter().message(() -> turn.handler().read(letter));
            turn.next().reply().complete(reply);
        } catch (Exception | Error e) {
            turn.next().reply().completeExceptionally(e);
        }
        live.touch();
    }
}
