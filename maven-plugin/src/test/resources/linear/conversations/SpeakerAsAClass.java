package demo;

import dev.parley.sessions.conversation.Said;
import dev.parley.sessions.conversation.Speaker;

class SpeakerAsAClass implements Speaker<CalculatorClient.Ask> {
    @Override
    public Said<CalculatorClient.Ask> say(CalculatorClient.Ask ask, String text) {
        return text.isEmpty() ? Said.last("") : Said.of(text, ask); // [state-dropped]
    }
}
