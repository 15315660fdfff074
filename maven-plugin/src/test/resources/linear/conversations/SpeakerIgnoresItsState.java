package demo;

import dev.parley.sessions.conversation.Said;
import dev.parley.sessions.conversation.Voice;

class SpeakerIgnoresItsState {
    static Voice voice(CalculatorSession session) {
        return Voice.of(session.client(), (ask, text) -> {
            return Said.last(text); // [state-dropped]
        });
    }
}
