package dev.parley.sessions;

import dev.parley.sessions.conversation.Switchboard;
import dev.parley.sessions.event.Listening;
import dev.parley.sessions.event.SessionEvent.Cleaned;
import dev.parley.sessions.event.SessionEvent.Expired;
import dev.parley.sessions.event.SessionEvent.Updated;
import dev.parley.sessions.event.SessionEventListener;
import dev.parley.sessions.figures.Performance;
import dev.parley.sessions.health.SessionHealth;
import dev.parley.sessions.health.SessionReport;
import dev.parley.sessions.health.Verdict;
import dev.parley.sessions.health.Vitals;
import dev.parley.sessions.health.Waiting;
import dev.parley.sessions.live.Change;
import dev.parley.sessions.live.Changed;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.message.Inbox;
import dev.parley.sessions.message.LetterHandler;
import dev.parley.sessions.model.ConversationInfo;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedSessionBuilder;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Resources;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.participant.Blackboard;
import dev.parley.sessions.participant.Roster;
import dev.parley.sessions.workflow.Steps;
import dev.parley.sessions.workflow.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A managed session that is run here, and all that can be done with it. What changes it is kept in the store when the method returns, throws a
 * {@link dev.parley.sessions.store.StoreException} if it cannot be, and has changed nothing then. Safe for use by many threads.
 */
public final class SessionHandle {

    private static final Logger LOG = LoggerFactory.getLogger(SessionHandle.class);

    private final LiveSession live;
    private final Registry registry;
    private final Lifespan lifespan;
    private final Vitals vitals;
    private final Tasks tasks;
    private final Switchboard conversations;
    private final Inbox inbox;

    SessionHandle(LiveSession live, Registry registry) {
        this.live = live;
        this.registry = registry;
        this.lifespan = new Lifespan(live, this::idle, this::expire);
        this.tasks = new Tasks(live);
        this.conversations = new Switchboard(live);
        this.inbox = new Inbox(live);
        this.vitals = new Vitals(live, this::queues);
    }

    /** Returns its id. */
    public String id() {
        return live.id();
    }

    /** Returns what it is at the moment. */
    public ManagedSession now() {
        return live.now();
    }

    LiveSession live() {
        return live;
    }

    Vitals vitals() {
        return vitals;
    }

    /** Returns how it is doing, in all detail. */
    public SessionHealth health() {
        return vitals.health();
    }

    /** Returns how it is doing, and why; costs less than {@link #health}. */
    public Verdict verdict() {
        return vitals.verdict();
    }

    /** Returns what it did since it is run here; nothing if {@link dev.parley.sessions.config.ManagerOptions#metrics} are switched off. */
    public Performance performance() {
        return vitals.performance();
    }

    /** Returns all that is known of how it is doing. */
    public SessionReport report() {
        return vitals.report();
    }

    /** Tells that it is there, and lets time begin. */
    void begin() {
        live.begin();
        lifespan.arm();
        tasks.arm();
    }

    private List<Waiting> queues() {
        int capacity = live.host().options().inboxCapacity();
        return List.of(
                Waiting.bounded("inbox", inbox.size(), capacity),
                Waiting.unbounded("conversations", conversations.undelivered()));
    }

    /** Returns who takes part. */
    public Roster participants() {
        return new Roster(live);
    }

    /** Returns what its participants share. */
    public Blackboard context() {
        return new Blackboard(live);
    }

    /** Returns the steps of its work. */
    public Steps workflow() {
        return new Steps(live);
    }

    /** Returns what it delegates. */
    public Tasks tasks() {
        return tasks;
    }

    /** Returns its conversations. */
    public Switchboard conversations() {
        return conversations;
    }

    /** Returns where the letters to it wait. */
    public Inbox inbox() {
        return inbox;
    }

    /**
     * Registers it for letters: it reads them while it is active.
     *
     * @param messageTypes the types of letters that it reads
     * @param priority of several sessions that read a type, those of the highest priority get the letters
     * @param handler who reads them
     * @throws dev.parley.sessions.live.NotActiveException if it is not active
     * @throws dev.parley.sessions.live.ObserverException if it only observes
     * @throws IllegalStateException if it is registered
     */
    public void register(Set<String> messageTypes, int priority, LetterHandler handler) {
        inbox.register(messageTypes, priority, handler);
    }

    /**
     * Has it read no more letters, once it has read those that came.
     *
     * @param timeout how long to wait for that at most
     * @return how many were left unread; their senders are told
     * @throws InterruptedException if the thread is interrupted; it takes no more letters then
     */
    public int deregister(Duration timeout) throws InterruptedException {
        return inbox.deregister(timeout);
    }

    /**
     * Changes what it is: its name, workspace, end, words and resources. Its owner, its status and what goes on in it stay as they are.
     *
     * @param change what is different
     * @return what it has become
     * @throws dev.parley.sessions.store.NameTakenException if another live session of its kind has its new name
     */
    public ManagedSession update(UnaryOperator<ManagedSessionBuilder> change) {
        ManagedSession updated = live.change((session, at) -> {
            ManagedSession next = change.apply(session.toBuilder())
                    .owner(session.owner())
                    .status(session.status(), session.statusReason())
                    .work(session.work())
                    .lastActivity(at)
                    .build();
            return Changed.to(next, stamp -> new Updated(stamp, next));
        });
        lifespan.arm();
        return updated;
    }

    /**
     * Gives it to another owner.
     *
     * @param owner whose it is from now on
     * @throws dev.parley.sessions.model.LimitReachedException if that owner may have no more sessions
     */
    public void giveTo(String owner) {
        String before = now().owner();
        registry.move(live, owner);
        try {
            live.change((session, at) -> {
                ManagedSession next = session.toBuilder().owner(owner).build();
                return Changed.to(next, stamp -> new Updated(stamp, next));
            });
        } catch (RuntimeException e) {
            registry.quota().move(id(), before);
            throw e;
        }
    }

    /**
     * Sets it up, before it is started.
     *
     * @param resources what it may use
     * @throws dev.parley.sessions.model.StatusTransitionException if it was started
     */
    public void initialize(Resources resources) {
        become(Lifecycle.initialize(resources));
    }

    /**
     * Starts it: it is active.
     *
     * @throws dev.parley.sessions.model.StatusTransitionException if it was started before
     */
    public void start() {
        become(Lifecycle.start());
    }

    /**
     * Pauses it: it is idle, and its conversations refuse actions until it is resumed.
     *
     * @param reason why
     * @throws dev.parley.sessions.model.StatusTransitionException if it is not active
     */
    public void pause(String reason) {
        become(Lifecycle.pause(reason));
    }

    /**
     * Goes on with it.
     *
     * @throws dev.parley.sessions.model.StatusTransitionException if it is not idle
     */
    public void resume() {
        become(Lifecycle.resume());
        tasks.arm();
        inbox.pump();
    }

    /**
     * Says that it has failed. It can only be terminated then.
     *
     * @param problem what has happened
     * @throws dev.parley.sessions.model.StatusTransitionException if it is idle or has ended
     */
    public void fail(String problem) {
        become(Lifecycle.fail(problem));
    }

    /**
     * Ends it: it has done what it was for.
     *
     * @param summary what it has done
     * @param artifacts what it has made, by name
     * @throws dev.parley.sessions.model.StatusTransitionException if it is not active
     */
    public void complete(String summary, Map<String, String> artifacts) {
        become(Lifecycle.complete(summary, artifacts));
    }

    /**
     * Ends it, whatever it is doing; what is being set up fails first. Does nothing if it has ended.
     *
     * @param reason why
     * @param details what else is known of that, by name
     */
    public void terminate(String reason, Map<String, String> details) {
        become(Lifecycle.terminate(reason, details));
    }

    /**
     * Ends it once what it is doing is done: it takes no more letters and reads those that came, and its conversations receive what was sent. Then
     * it is terminated. Does nothing if it has ended.
     *
     * @param timeout how long to wait at most
     * @return what was left when the time was over
     * @throws InterruptedException if the thread is interrupted; the session is not terminated then, but takes no more letters
     */
    public ShutdownReport shutdown(Duration timeout) throws InterruptedException {
        if (!now().isLive()) {
            return ShutdownReport.nothing(id());
        }
        long end = System.nanoTime() + timeout.toNanos();
        List<String> talking = conversations.drain(timeout);
        int unread = inbox.drain(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        return terminated("shut down", new ShutdownReport(id(), unread, talking, unfinished()));
    }

    /**
     * Ends it once what it is doing is done, as {@link #shutdown(Duration)} does, within the {@code shutdownTimeout} of the manager's options.
     *
     * @return what was left when the time was over
     * @throws InterruptedException if the thread is interrupted; the session is not terminated then, but takes no more letters
     */
    public ShutdownReport shutdown() throws InterruptedException {
        return shutdown(live.host().options().shutdownTimeout());
    }

    /**
     * Ends it at once. Does nothing if it has ended.
     *
     * @param reason why
     * @return what was left
     */
    public ShutdownReport forceShutdown(String reason) {
        if (!now().isLive()) {
            return ShutdownReport.nothing(id());
        }
        List<String> talking = now().work().conversations().all().stream()
                .filter(conversation -> !conversation.ended())
                .map(ConversationInfo::name)
                .toList();
        return terminated(reason, new ShutdownReport(id(), inbox.size(), talking, unfinished()));
    }

    private List<String> unfinished() {
        return tasks.all().stream()
                .filter(task -> !task.status().isFinal())
                .map(Task::id)
                .toList();
    }

    private ShutdownReport terminated(String reason, ShutdownReport left) {
        terminate(reason, Map.of());
        return left;
    }

    private void become(Change change) {
        live.change(change);
        if (now().isLive()) {
            lifespan.arm();
        } else {
            release(now().statusReason());
            registry.quota().release(id());
        }
    }

    /** Ends all that it does here for good, whether or not the store knows of it. */
    void release(String reason) {
        lifespan.end();
        tasks.end();
        inbox.drop("the session has ended");
        conversations.cancel("the session has ended" + (reason.isEmpty() ? "" : ": " + reason));
    }

    private void idle() {
        unattended(
                "become idle",
                () -> become(Lifecycle.pauseIfInactive(live.host().options().inactivityTimeout())));
    }

    private void expire() {
        unattended("expire", () -> {
            live.tell(Expired::new);
            become(Lifecycle.terminate("expired", Map.of()));
        });
    }

    /** Does what nobody waits for, so that nobody would hear of a failure. */
    @SuppressWarnings("CatchingUnchecked")
    private void unattended(String what, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("The session {} could not {}", id(), what, e);
        }
    }

    /**
     * Releases what it holds here once it has ended; the store still has it. This is done from time to time without being asked.
     *
     * @return whether it has ended
     */
    public boolean cleanUp() {
        if (now().isLive()) {
            return false;
        }
        live.save();
        if (registry.remove(this)) {
            live.tell(Cleaned::new);
        }
        return true;
    }

    /**
     * Deletes every trace of it, here and in the store; it is ended for that.
     *
     * @param reason why it is ended, if it has not been
     */
    public void delete(String reason) {
        terminate(reason, Map.of());
        live.delete();
        registry.remove(this);
    }

    /** Stops what it does here, as nothing more is run here. In the store it is as it was last saved. */
    void stop() {
        lifespan.end();
        tasks.end();
        inbox.drop("the session is not run here any more");
        conversations.stop();
    }

    /**
     * Moves it to another workspace; all else stays as it is.
     *
     * @param workspace where it works from now on
     * @throws FeatureDisabledException if sessions may not be migrated
     */
    public void migrate(String workspace) {
        FeatureDisabledException.check(live.host().options().migration(), "migration");
        update(session -> session.workspace(workspace));
    }

    /**
     * Adds a listener for what happens in it from now on.
     *
     * @return what ends it
     */
    public Listening listen(SessionEventListener listener) {
        return live.host().events().listen(event -> {
            if (event.stamp().session().equals(id())) {
                listener.happened(event);
            }
        });
    }

    /**
     * Has an observer hear of what happens in all sessions from now on, until it ends.
     *
     * @return what ends it earlier
     * @throws IllegalStateException if it is of another kind
     */
    public Listening observe(SessionEventListener listener) {
        if (now().kind() != SessionKind.OBSERVER) {
            throw new IllegalStateException("The session " + id() + " is a " + now().kind()
                    + ", and only an OBSERVER observes others. Listen to the manager instead.");
        }
        return Observation.begin(id(), listener, live.host().events());
    }

    /** Returns whether it is active. */
    public boolean isActive() {
        return now().status() == ManagedStatus.ACTIVE;
    }

    @Override
    public String toString() {
        ManagedSession session = now();
        return "session " + session.id() + " " + session.name() + " of " + session.owner() + " (" + session.status()
                + ")";
    }
}
