package dev.parley.sessions.conversation;

import dev.parley.annotation.TakesOver;

/** How a conversation is spoken to in the application's words: makes of a text the steps that the protocol has for it. */
@FunctionalInterface
public interface Voice {

    /**
     * Says something, and returns what was answered. Called by one thread at a time.
     *
     * @param text what is said
     * @return the answer
     * @throws Exception if it cannot be said or answered; the conversation itself is not touched by that
     */
    String say(String text) throws Exception;

    /**
     * Returns the voice of one role: each text is said in the state that the one before has led to.
     *
     * @param first where the role begins
     * @param speaker takes the steps for a text
     */
    static <T> Voice of(@TakesOver T first, Speaker<T> speaker) {
        return new SpokenRole<>(first, speaker);
    }
}
