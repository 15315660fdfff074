package demo;

import dev.parley.sessions.conversation.Conversation;

class ActionsResultForgotten {
    static void play(Conversation<CalculatorSession> calculator) {
        calculator.act(typed -> typed.client().add(20, 22)); // [state-dropped]
    }
}
