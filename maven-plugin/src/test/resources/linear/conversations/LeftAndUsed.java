package demo;

import dev.parley.sessions.conversation.Conversation;

class LeftAndUsed {
    static void play(Conversation<CalculatorSession> calculator, CalculatorClient.Ask ask) {
        CalculatorClient.Reply reply = ask.add(20, 22);
        calculator.leave(reply);
        reply.receive().bye(); // [state-used-twice]
    }
}
