package demo;

import dev.parley.sessions.conversation.Voice;

class VoiceKeepsAState {
    static Voice voice(CalculatorSession session) {
        CalculatorClient.Ask[] ask = {session.client()}; // [state-escapes]
        return text -> {
            CalculatorClient.Sum sum = ask[0].add(text.length(), 1).receive();
            ask[0] = sum; // [state-escapes]
            return "it is " + sum.value();
        };
    }
}
