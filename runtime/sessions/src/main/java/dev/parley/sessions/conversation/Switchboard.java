package dev.parley.sessions.conversation;

import dev.parley.runtime.Session;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionTable;
import dev.parley.sessions.event.SessionEvent.ConversationCreated;
import dev.parley.sessions.event.SessionEvent.ConversationRemoved;
import dev.parley.sessions.event.SessionEvent.ConversationSwitched;
import dev.parley.sessions.event.Telling;
import dev.parley.sessions.live.Changed;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.ConversationInfo;
import dev.parley.sessions.model.Conversations;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.NameInUseException;
import dev.parley.sessions.model.UnknownNameException;
import dev.parley.sessions.model.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The conversations of a session: creates and removes them, switches between them, and passes what is said to the active one. The first one
 * is active. Safe for use by many threads.
 */
public final class Switchboard {

    private final LiveSession live;
    private final Map<String, Conversation<?>> open = new ConcurrentHashMap<>();
    private final SessionTable table = new SessionTable();

    /** Creates the switchboard of a session. */
    public Switchboard(LiveSession live) {
        this.live = live;
    }

    /** Returns what is known of the conversations. */
    public Conversations now() {
        return live.now().work().conversations();
    }

    /**
     * Creates a conversation: opens a session of its protocol, whose phases become steps of the workflow.
     *
     * @throws NameInUseException if there is one of this name
     * @throws LimitReachedException if there may be no more
     * @throws dev.parley.sessions.live.NotActiveException if the session is not active
     * @throws dev.parley.sessions.live.ObserverException if the session only observes
     */
    public <S> Conversation<S> create(ConversationSpec<S> spec) {
        ConversationInfo info = new ConversationInfo(
                UUID.randomUUID().toString(),
                spec.name(),
                spec.protocol().name(),
                spec.configuration(),
                spec.messageLimit(),
                0,
                Optional.empty(),
                false);
        LiveSession.checkMayAct(live.now());
        if (now().all().size() >= most()) {
            throw live.refused(Limit.CONVERSATIONS, most());
        }
        check(now(), info);
        Conversation<S> conversation = open(info.id(), spec, spec.protocol().open());
        List<String> phases = conversation.phaseNames();
        try {
            live.change((session, at) -> {
                LiveSession.checkMayAct(session);
                check(session.work().conversations(), info);
                return created(session.toBuilder().lastActivity(at).build(), info, phases);
            });
        } catch (RuntimeException e) {
            open.remove(info.id());
            conversation.cancel("the conversation was not created");
            throw e;
        }
        conversation.follow();
        return conversation;
    }

    private int most() {
        return live.host().options().maxConversations();
    }

    private void check(Conversations all, ConversationInfo info) {
        if (all.all().stream().anyMatch(other -> other.name().equals(info.name()))) {
            throw new NameInUseException("conversation", info.name());
        }
        if (all.all().size() >= most()) { // another was faster
            throw new LimitReachedException(Limit.CONVERSATIONS, most(), "the session " + live.id());
        }
    }

    private static Changed created(ManagedSession session, ConversationInfo info, List<String> phases) {
        Work work = session.work();
        Conversations all = work.conversations().with(info);
        List<Telling> events = new ArrayList<>();
        events.add(stamp -> new ConversationCreated(stamp, info));
        events.addAll(switched(work.conversations(), all));
        return new Changed(session.with(work.with(all).with(work.workflow().withSteps(phases))), events);
    }

    private static List<Telling> switched(Conversations before, Conversations after) {
        return before.active().equals(after.active())
                ? List.of()
                : List.of(stamp -> new ConversationSwitched(stamp, before.active(), after.active()));
    }

    /**
     * Goes on with a durable conversation that an earlier run of the session has left.
     *
     * @param id its id
     * @param spec what it is like; its name, configuration and limit stay as they were
     * @throws UnknownNameException if the session has no conversation of this id
     */
    public <S> Conversation<S> reopen(String id, ConversationSpec<S> spec) {
        now().get(id);
        Conversation<S> conversation = open(id, spec, spec.protocol().reopen());
        conversation.follow();
        return conversation;
    }

    private <S> Conversation<S> open(String id, ConversationSpec<S> spec, Function<SessionOptions, S> opener) {
        Watch watch = new Watch(live, id);
        SessionOptions given = spec.options()
                .apply(SessionOptions.defaults())
                .id(id)
                .table(table)
                .listener(watch);
        SessionOptions options = spec.codec()
                .map(codec -> given.journal(live.host().store().journal(live.id(), id, live.claim()), codec))
                .orElse(given);
        S typed = opener.apply(options);
        Optional<Session> session = table.find(id);
        Optional<Voice> voice = spec.voice().map(speaker -> speaker.apply(typed));
        Conversation<S> conversation =
                new Conversation<>(live, id, typed, session, voice, spec.codec().isPresent(), watch);
        open.put(id, conversation);
        return conversation;
    }

    /**
     * Returns a conversation.
     *
     * @throws UnknownNameException if there is none of this id, or it was not opened here
     */
    public Conversation<?> get(String id) {
        Conversation<?> conversation = open.get(id);
        if (conversation == null) {
            throw new UnknownNameException("conversation", id, List.copyOf(open.keySet()));
        }
        return conversation;
    }

    /** Returns how many messages wait to be received, in all that go on. */
    public long undelivered() {
        return open.values().stream().mapToLong(Conversation::undelivered).sum();
    }

    /** Returns the active conversation. */
    public Optional<Conversation<?>> active() {
        return now().active().map(this::get);
    }

    /**
     * Makes a conversation the active one.
     *
     * @param id its id
     * @throws UnknownNameException if there is none of this id
     */
    public void activate(String id) {
        live.work((session, at) -> {
            Conversations before = session.work().conversations();
            Conversations after = before.activate(id);
            return new Changed(session.with(session.work().with(after)), switched(before, after));
        });
    }

    /**
     * Says something in the active conversation.
     *
     * @param text what is said
     * @return the answer
     * @throws Exception as {@link Conversation#send} does
     * @throws NoConversationException if there is none
     */
    public String send(String text) throws Exception {
        return active().orElseThrow(() -> new NoConversationException(live.id()))
                .send(text);
    }

    /** Returns the last response of the active conversation; empty if there was none. */
    public Optional<String> lastResponse() {
        return now().current().flatMap(ConversationInfo::lastResponse);
    }

    /**
     * Removes a conversation. If it goes on, it is cancelled; if it is the active one, another becomes that.
     *
     * @param id its id
     * @throws UnknownNameException if there is none of this id
     */
    public void remove(String id) {
        live.work((session, at) -> {
            Conversations before = session.work().conversations();
            ConversationInfo info = before.get(id);
            Conversations after = before.without(id);
            List<Telling> events = new ArrayList<>();
            events.add(stamp -> new ConversationRemoved(stamp, info));
            events.addAll(switched(before, after));
            return new Changed(session.with(session.work().with(after)), events);
        });
        Conversation<?> removed = open.remove(id);
        if (removed != null) {
            removed.cancel("the conversation was removed");
        }
    }

    /**
     * Lets nothing more be sent, and waits until what was sent is received.
     *
     * @param timeout how long at most
     * @return the names of the conversations in which something is left
     * @throws InterruptedException if the thread is interrupted
     */
    public List<String> drain(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        open.values().forEach(Conversation::close);
        List<String> left = new ArrayList<>();
        for (Conversation<?> conversation : open.values()) {
            if (!conversation.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                left.add(conversation.now().name());
            }
        }
        return left;
    }

    /** Gives up all that go on. Durable ones are over for good. */
    public void cancel(String reason) {
        open.values().forEach(conversation -> conversation.cancel(reason));
    }

    /** Stops all that go on here. Durable ones can be reopened. */
    public void stop() {
        open.values().forEach(Conversation::stop);
    }
}
