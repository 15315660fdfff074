package demo;

import dev.parley.sessions.conversation.Said;
import dev.parley.sessions.conversation.Voice;

class SpeakerGoesOn {
    static Voice voice(CalculatorSession session) {
        return Voice.of(session.client(), (ask, text) -> {
            if (text.equals("bye")) {
                ask.bye();
                return Said.last("");
            }
            if (text.isEmpty()) {
                return Said.of("a number, please", ask);
            }
            CalculatorClient.Sum sum = ask.add(text.length(), 1).receive();
            return Said.of("it is " + sum.value(), sum);
        });
    }
}
