package demo;

import dev.parley.sessions.conversation.Conversation;

class ActionForgets {
    static void play(Conversation<CalculatorSession> calculator) {
        calculator.act(typed -> {
            CalculatorClient.Reply reply = typed.client().add(20, 22); // [state-dropped]
            return "asked";
        });
    }
}
