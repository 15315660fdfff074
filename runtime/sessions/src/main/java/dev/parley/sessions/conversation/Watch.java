package dev.parley.sessions.conversation;

import dev.parley.runtime.Session;
import dev.parley.runtime.SessionListener;
import dev.parley.runtime.SessionStatus;
import dev.parley.sessions.event.SessionEvent.ConversationEnded;
import dev.parley.sessions.live.Changed;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.ConversationInfo;
import dev.parley.sessions.model.Conversations;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.workflow.Steps;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the session of a conversation's protocol. What it hears before the conversation is known of is kept until then.
 */
final class Watch implements SessionListener {

    private final LiveSession live;
    private final String conversation;
    private final List<Runnable> early = new ArrayList<>();
    private boolean following;
    private volatile boolean silent;

    Watch(LiveSession live, String conversation) {
        this.live = live;
        this.conversation = conversation;
    }

    /** The conversation is known of: notes what was heard before, in order, and from now on all at once. */
    void follow() {
        for (List<Runnable> news = take(); !news.isEmpty(); news = take()) {
            news.forEach(Runnable::run);
        }
    }

    private synchronized List<Runnable> take() {
        List<Runnable> news = List.copyOf(early);
        early.clear();
        following = news.isEmpty();
        return news;
    }

    private synchronized boolean keep(Runnable news) {
        return !following && early.add(news);
    }

    /** What is heard from now on is not noted: it is stopped here, and not over. */
    void silence() {
        silent = true;
    }

    private void note(Runnable news) {
        if (!silent && !keep(news)) {
            news.run();
        }
    }

    @Override
    public void statusChanged(Session session, SessionStatus from, SessionStatus to) {
        if (to.isEnd()) {
            note(() -> ended(session.reason()));
        }
    }

    /** It was over before it was opened again. */
    void over() {
        note(() -> ended(""));
    }

    private void ended(String reason) {
        live.note((session, at) -> {
            Conversations all = session.work().conversations();
            if (!all.has(conversation) || all.get(conversation).ended()) {
                return Changed.to(session);
            }
            ConversationInfo over = all.get(conversation).over();
            return Changed.to(
                    session.with(session.work().with(all.with(over))),
                    stamp -> new ConversationEnded(stamp, over, reason));
        });
    }

    @Override
    public void phaseBegun(Session session, String phase) {
        note(() -> new Steps(live).follow(phase, StepState.CURRENT, conversation));
    }

    @Override
    public void phaseCompleted(Session session, String phase) {
        note(() -> new Steps(live).follow(phase, StepState.COMPLETED, conversation));
    }
}
