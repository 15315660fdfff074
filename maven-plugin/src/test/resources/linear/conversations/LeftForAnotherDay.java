package demo;

import dev.parley.sessions.conversation.Conversation;

class LeftForAnotherDay {
    static void play(Conversation<CalculatorSession> calculator) {
        calculator.act(typed -> typed.resumeClient().match(
                ask -> { calculator.leave(ask.add(20, 22)); return "asked"; },
                reply -> { reply.receive().bye(); return "answered"; },
                sum -> { sum.bye(); return "answered before"; },
                ended -> "done"));
    }
}
