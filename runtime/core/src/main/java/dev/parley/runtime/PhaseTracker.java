package dev.parley.runtime;

import dev.parley.runtime.PhaseTable.Entry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Follows a session through the phases of its protocol, and tells of those that begin and are completed. Safe for use by many threads. */
final class PhaseTracker {

    private final Session session;
    private final List<SessionListener> listeners;
    private final List<String> phases;
    private final PhaseTable table;

    /** Where each part stands, as far as that says something new. */
    private final Map<Integer, Entry> places = new HashMap<>();

    private final BitSet begun = new BitSet();
    private final BitSet completed = new BitSet();

    /** What the listeners have not been told, in order. */
    private final Queue<News> untold = new ConcurrentLinkedQueue<>();

    /** How many threads have come to tell since the one that tells began. */
    private final AtomicInteger telling = new AtomicInteger();

    private record News(int phase, boolean begins) {}

    PhaseTracker(Session session, List<SessionListener> listeners) {
        this.session = session;
        this.listeners = listeners;
        this.phases = session.protocol().phases();
        this.table = PhaseTable.of(session.protocol());
    }

    /**
     * The session begins, or goes on where it stood.
     *
     * @param parts the roles, and members of families, that are played here
     * @param states gives the number of the state that each is in
     * @param sent the phases of which messages were sent before
     */
    void begin(IntStream parts, IntUnaryOperator states, BitSet sent) {
        synchronized (this) {
            begun.or(sent);
            parts.forEach(part -> places.put(part, entry(part, states.applyAsInt(part))));
            sent.stream().filter(phase -> !isAhead(phase)).forEach(completed::set);
            places.values().forEach(place -> place.turn().ifPresent(this::begin));
        }
        tell();
    }

    private Entry entry(int part, int state) {
        return table.entry(session.cast().role(part), state);
    }

    /**
     * A role, or a member of a family, has come to a state.
     *
     * @param part its number
     * @param state the number of the state
     */
    void moved(int part, int state) {
        synchronized (this) {
            Entry entry = entry(part, state);
            places.put(part, entry);
            entry.turn().ifPresent(this::begin);
            complete();
        }
        tell();
    }

    /**
     * A role, or a member of a family, has come to its end, or has crashed and the others do without it.
     *
     * @param part its number
     */
    void finished(int part) {
        synchronized (this) {
            places.remove(part);
            complete();
        }
        tell();
    }

    /** A message of a phase is about to be sent. */
    void begins(int phase) {
        synchronized (this) {
            begin(phase);
        }
        tell();
    }

    private void begin(int phase) {
        if (!begun.get(phase)) {
            begun.set(phase);
            untold.add(new News(phase, true));
        }
    }

    private void complete() {
        for (int phase = begun.nextSetBit(0); phase >= 0; phase = begun.nextSetBit(phase + 1)) {
            if (!completed.get(phase) && !isAhead(phase)) {
                completed.set(phase);
                untold.add(new News(phase, false));
            }
        }
    }

    private boolean isNow(int phase) {
        return places.values().stream().anyMatch(place -> place.now().get(phase));
    }

    private boolean isAhead(int phase) {
        return places.values().stream().anyMatch(place -> place.ahead().get(phase));
    }

    synchronized Phases report() {
        List<String> current = new ArrayList<>();
        List<String> over = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        for (int phase = 0; phase < phases.size(); phase++) {
            if (begun.get(phase) && isNow(phase)) {
                current.add(phases.get(phase));
            } else if (completed.get(phase)) {
                over.add(phases.get(phase));
            } else if (isAhead(phase)) {
                pending.add(phases.get(phase));
            }
        }
        return new Phases(current, over, pending);
    }

    /** Tells the listeners; a thread that finds another one telling leaves its news to that one. */
    private void tell() {
        if (telling.getAndIncrement() != 0) {
            return;
        }
        do {
            for (News news = untold.poll(); news != null; news = untold.poll()) {
                tell(news);
            }
        } while (telling.decrementAndGet() != 0);
    }

    private void tell(News news) {
        String phase = phases.get(news.phase);
        for (SessionListener listener : listeners) {
            Listeners.tell(() -> {
                if (news.begins) {
                    listener.phaseBegun(session, phase);
                } else {
                    listener.phaseCompleted(session, phase);
                }
            });
        }
    }
}
