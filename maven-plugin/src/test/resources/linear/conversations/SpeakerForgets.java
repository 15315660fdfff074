package demo;

import dev.parley.sessions.conversation.Said;
import dev.parley.sessions.conversation.Voice;

class SpeakerForgets {
    static Voice voice(CalculatorSession session) {
        return Voice.of(session.client(), (ask, text) -> {
            CalculatorClient.Sum sum = ask.add(text.length(), 1).receive(); // [state-dropped]
            return Said.last("it is " + sum.value());
        });
    }
}
