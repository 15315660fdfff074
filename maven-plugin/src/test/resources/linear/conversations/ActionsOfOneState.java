package demo;

import dev.parley.sessions.conversation.Conversation;

class ActionsOfOneState {
    static void play(Conversation<CalculatorSession> calculator) {
        CalculatorClient.Ask ask = calculator.act(CalculatorSession::client);
        calculator.act(typed -> ask.add(1, 1)).receive().bye();
        calculator.act(typed -> ask.add(2, 2)).receive().bye(); // [state-used-twice]
    }
}
