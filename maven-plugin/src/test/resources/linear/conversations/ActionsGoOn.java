package demo;

import dev.parley.sessions.conversation.Conversation;

class ActionsGoOn {
    static long play(Conversation<CalculatorSession> calculator) {
        CalculatorClient.Ask ask = calculator.act(CalculatorSession::client);
        CalculatorClient.Reply reply = calculator.act(typed -> ask.add(20, 22));
        return calculator.act(typed -> {
            CalculatorClient.Sum sum = reply.receive();
            sum.bye();
            return sum.value();
        });
    }
}
