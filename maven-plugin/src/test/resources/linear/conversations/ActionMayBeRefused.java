package demo;

import dev.parley.sessions.conversation.Conversation;

class ActionMayBeRefused {
    static void play(Conversation<CalculatorSession> calculator, CalculatorClient.Ask ask) {
        CalculatorClient.Sum sum = ask.add(20, 22).receive(); // [state-dropped]
        try {
            calculator.act(typed -> {
                sum.bye();
                return "";
            });
        } catch (IllegalStateException paused) {
            System.out.println("nobody says bye");
        }
    }
}
