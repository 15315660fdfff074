package demo;

import dev.parley.sessions.conversation.Said;
import dev.parley.sessions.conversation.Voice;

class SpeakerGoesBack {
    static Voice voice(CalculatorSession session) {
        return Voice.of(session.client(), (ask, text) -> {
            long sum = ask.add(text.length(), 1).receive().value(); // [state-dropped]
            return Said.of("it is " + sum, ask);
        });
    }
}
