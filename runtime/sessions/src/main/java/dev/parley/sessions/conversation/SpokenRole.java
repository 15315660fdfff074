package dev.parley.sessions.conversation;

import java.util.Optional;

/** A role that a speaker plays, text by text: keeps its state in between. For one thread at a time. */
final class SpokenRole<T> implements Voice {

    private final Speaker<T> speaker;

    /** Where the role is; empty when the protocol is over for it. */
    private Optional<T> state;

    SpokenRole(T first, Speaker<T> speaker) {
        this.state = Optional.of(first);
        this.speaker = speaker;
    }

    @Override
    public String say(String text) throws Exception {
        T now = state.orElseThrow(() ->
                new IllegalStateException("Nothing more can be said: the protocol is over for the role that speaks."));
        Said<T> said = speaker.say(now, text);
        state = said.next();
        return said.answer();
    }
}
