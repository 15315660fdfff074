package dev.parley.sessions;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.message.Letter;
import dev.parley.sessions.message.NotDeliveredException;
import dev.parley.sessions.model.HealthLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries letters between the sessions that are run here. A letter to a type goes to one of the sessions that read it: of those that are active and have room,
 * the ones of the highest priority, and of these the one that the {@link Affinity} says. Safe for use by many threads.
 */
public final class PostOffice {

    private final ManagerOptions options;
    private final Registry registry;
    private final AtomicLong letters = new AtomicLong();
    private final AtomicInteger turns = new AtomicInteger();

    /** Who got the last letter of each key. */
    private final Map<String, String> sticky = new ConcurrentHashMap<>();

    PostOffice(ManagerOptions options, Registry registry) {
        this.options = options;
        this.registry = registry;
    }

    /**
     * Sends a letter to a session.
     *
     * @param from who sends it
     * @param to the id of the session that gets it
     * @param type its type
     * @param priority letters of higher priority are read first
     * @param payload what it says
     * @return the reply, or why there is none
     * @throws dev.parley.sessions.live.ObserverException if the sender only observes
     * @throws dev.parley.sessions.live.NotActiveException if the sender is not active
     * @throws NotRunHereException if the receiver is not run here
     * @throws NotDeliveredException if the receiver does not read letters of this type
     * @throws dev.parley.sessions.model.LimitReachedException if the receiver's inbox is full
     */
    public CompletableFuture<Object> send(SessionHandle from, String to, String type, int priority, Object payload) {
        from.live().checkMayAct();
        SessionHandle receiver = registry.find(to).orElseThrow(() -> new NotRunHereException(to));
        return deliver(from, receiver, type, priority, payload);
    }

    /**
     * Sends a letter to one of the sessions that read its type.
     *
     * @param from who sends it
     * @param type its type
     * @param affinity which of several sessions gets it
     * @param key which letters belong together, for {@link Affinity#STICKY}
     * @param payload what it says
     * @return the reply, or why there is none
     * @throws FeatureDisabledException if letters may not be routed
     * @throws dev.parley.sessions.live.ObserverException if the sender only observes
     * @throws dev.parley.sessions.live.NotActiveException if the sender is not active
     * @throws NotDeliveredException if no active session reads letters of this type
     * @throws dev.parley.sessions.model.LimitReachedException if the receiver's inbox is full
     */
    public CompletableFuture<Object> route(
            SessionHandle from, String type, Affinity affinity, String key, Object payload) {
        FeatureDisabledException.check(options.affinity(), "affinity");
        from.live().checkMayAct();
        List<SessionHandle> readers = readers(type);
        if (readers.isEmpty()) {
            throw new NotDeliveredException("No active session reads letters of the type " + type + ".");
        }
        SessionHandle chosen = switch (affinity) {
            case ROUND_ROBIN -> readers.get(Math.floorMod(turns.getAndIncrement(), readers.size()));
            case LEAST_LOADED -> leastLoaded(readers);
            case STICKY ->
                readers.stream()
                        .filter(reader -> reader.id().equals(sticky.get(key)))
                        .findFirst()
                        .orElseGet(() -> leastLoaded(readers));
        };
        if (affinity == Affinity.STICKY) {
            sticky.put(key, chosen.id());
        }
        return deliver(from, chosen, type, 0, payload);
    }

    private static SessionHandle leastLoaded(List<SessionHandle> readers) {
        return readers.stream()
                .min(Comparator.comparingInt(reader -> reader.inbox().size()))
                .orElseThrow();
    }

    /** Returns who can read a letter, in an order that stays the same; those who are well if there are such. */
    private List<SessionHandle> readers(String type) {
        List<SessionHandle> active = registry.all().stream()
                .filter(session -> session.isActive() && session.inbox().reads(type))
                .sorted(Comparator.comparing(SessionHandle::id))
                .toList();
        List<SessionHandle> well = active.stream().filter(PostOffice::isWell).toList();
        List<SessionHandle> able = well.isEmpty() ? active : well;
        int highest = able.stream()
                .mapToInt(session -> session.inbox().priority())
                .max()
                .orElse(0);
        return able.stream()
                .filter(session -> session.inbox().priority() == highest)
                .toList();
    }

    /** What is unhealthy gets letters only when all are. */
    private static boolean isWell(SessionHandle session) {
        return session.verdict().level() != HealthLevel.UNHEALTHY;
    }

    /** Forgets where letters have gone to a session that has ended. */
    void forget(String session) {
        sticky.values().removeIf(session::equals);
    }

    private CompletableFuture<Object> deliver(
            SessionHandle from, SessionHandle to, String type, int priority, Object payload) {
        CompletableFuture<Object> reply = to.inbox()
                .take(new Letter(
                        letters.incrementAndGet(),
                        type,
                        from.id(),
                        to.id(),
                        priority,
                        payload,
                        from.live().host().time().instant()));
        from.live().touch();
        return reply;
    }
}
