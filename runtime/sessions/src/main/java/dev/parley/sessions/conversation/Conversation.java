package dev.parley.sessions.conversation;

import dev.parley.annotation.TakesOver;
import dev.parley.runtime.EdgeStatus;
import dev.parley.runtime.Phases;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionStatus;
import dev.parley.sessions.event.SessionEvent.ConversationAnswered;
import dev.parley.sessions.live.Changed;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.ConversationInfo;
import dev.parley.sessions.model.Conversations;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A run of a protocol in a session that is managed here. What is done through it is refused while the session is paused; a program that keeps endpoints
 * of the protocol for itself is not held up by that. Safe for use by many threads, which act one after the other.
 *
 * @param <S> the generated class of the protocol's sessions
 */
public final class Conversation<S> {

    private final LiveSession live;
    private final String id;
    private final S typed;

    /** Null if it had ended before it was opened again. */
    private final @Nullable Session session;

    private final Optional<Voice> voice;
    private final boolean durable;
    private final Watch watch;
    private final ReentrantLock turn = new ReentrantLock();

    /** Something that is done in a conversation. */
    @FunctionalInterface
    public interface Action<S, R, X extends Exception> {

        /**
         * Does it.
         *
         * @param session the protocol's session
         * @return what came of it
         * @throws X if it fails
         */
        R in(S session) throws X;
    }

    Conversation(
            LiveSession live,
            String id,
            S typed,
            Optional<Session> session,
            Optional<Voice> voice,
            boolean durable,
            Watch watch) {
        this.live = live;
        this.id = id;
        this.typed = typed;
        this.session = session.orElse(null);
        this.voice = voice;
        this.durable = durable;
        this.watch = watch;
    }

    /** Returns its id. */
    public String id() {
        return id;
    }

    /**
     * Returns what is known of it.
     *
     * @throws dev.parley.sessions.model.UnknownNameException if it was removed
     */
    public ConversationInfo now() {
        return live.now().work().conversations().get(id);
    }

    /** Returns the status of the protocol's session. */
    public SessionStatus status() {
        return session == null ? SessionStatus.CLOSED : session.status();
    }

    /** Returns which phases of the protocol are current, completed and pending. */
    public Phases phases() {
        return session == null ? new Phases(List.of(), List.of(), List.of()) : session.phases();
    }

    /** Returns the protocol's session, if it was there when the conversation was opened. */
    public Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    /**
     * Does something in it, which counts as a message. What it returns is the last response.
     *
     * @throws X if the action does
     * @throws dev.parley.sessions.model.UnknownNameException if it was removed
     * @throws ConversationEndedException if its protocol is over
     * @throws dev.parley.sessions.live.NotActiveException if the session is paused, or not active for another reason
     * @throws dev.parley.sessions.live.ObserverException if the session only observes
     * @throws LimitReachedException if it may have no more messages
     */
    public <R, X extends Exception> R act(Action<S, R, X> action) throws X {
        count();
        R result = taken(action);
        respond(String.valueOf(result));
        return result;
    }

    private <R, X extends Exception> R taken(Action<S, R, X> action) throws X {
        turn.lock();
        try {
            return live.meter().message(() -> action.in(typed));
        } finally {
            turn.unlock();
        }
    }

    /**
     * Says something in it, as {@link #act} does.
     *
     * @param text what is said
     * @return the answer
     * @throws Exception if it cannot be said or answered
     * @throws IllegalStateException if it has no voice
     */
    public String send(String text) throws Exception {
        Voice speaker = voice.orElseThrow(() -> new IllegalStateException("The conversation " + id
                + " has no voice, so it cannot be spoken to in texts. Create it with one, or act in it."));
        return act(typed -> speaker.say(text));
    }

    /**
     * Leaves a role in the state that it has come to: when the conversation is reopened, the role is resumed there. Nothing is done to the state; it is
     * said, to readers and to {@code parley:verify}, that it is not forgotten.
     *
     * @param state the state
     * @throws IllegalStateException if the conversation does not survive the process, so that nobody could go on
     */
    public void leave(@TakesOver Object state) {
        if (!durable) {
            throw new IllegalStateException(
                    "The conversation " + id + " ends with the process, so nobody can go on from "
                            + state.getClass().getSimpleName() + ". Make it durable, or bring the role to its end.");
        }
    }

    private void count() {
        ConversationInfo before = now();
        if (before.messages() >= before.messageLimit()) {
            throw live.refused(Limit.MESSAGES, before.messageLimit());
        }
        live.note((session, at) -> {
            LiveSession.checkMayAct(session);
            Conversations all = session.work().conversations();
            ConversationInfo info = all.get(id);
            if (info.ended()) {
                throw new ConversationEndedException(info);
            }
            if (info.messages() >= info.messageLimit()) { // another was faster
                throw new LimitReachedException(Limit.MESSAGES, info.messageLimit(), "the conversation " + id);
            }
            return Changed.to(session.toBuilder()
                    .lastActivity(at)
                    .work(session.work().with(all.with(info.counted())))
                    .build());
        });
    }

    private void respond(String response) {
        live.note((session, at) -> {
            Conversations all = session.work().conversations();
            if (!all.has(id)) { // removed meanwhile
                return Changed.to(session);
            }
            ConversationInfo answered = all.get(id).answered(response);
            return Changed.to(
                    session.with(session.work().with(all.with(answered))),
                    stamp -> new ConversationAnswered(stamp, answered));
        });
    }

    /** Returns how many messages wait to be received; what an ended one has left is received by nobody. */
    long undelivered() {
        return session == null || session.status().isEnd()
                ? 0
                : session.edges().stream().mapToLong(EdgeStatus::waiting).sum();
    }

    /** Gives it up at once: its roles learn the reason. */
    void cancel(String reason) {
        if (session != null) {
            session.cancel(reason);
        }
    }

    /** Has the session know what becomes of it. */
    void follow() {
        watch.follow();
        if (session == null) {
            watch.over();
        }
    }

    /** Stops it here, which says nothing about whether it goes on elsewhere. */
    void stop() {
        watch.silence();
        if (session != null) {
            session.close();
            if (!session.status().isEnd()) {
                session.cancel("the session is not run here any more");
            }
        }
    }

    /** Lets nothing more be sent. */
    void close() {
        if (session != null) {
            session.close();
        }
    }

    boolean awaitEnd(Duration timeout) throws InterruptedException {
        return session == null || session.awaitEnd(timeout);
    }

    /** Returns the names of the protocol's phases. */
    List<String> phaseNames() {
        return session == null ? List.of() : session.protocol().phases();
    }
}
