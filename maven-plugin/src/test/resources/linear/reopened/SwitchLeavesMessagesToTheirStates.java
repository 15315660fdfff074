package demo;

class SwitchLeavesMessagesToTheirStates {
    static void play(CalculatorSession session) {
        switch (session.resumeClient()) {
            case CalculatorClient.Ask ask -> ask.bye();
            case CalculatorClient.Reply reply -> reply.receive().bye();
            case CalculatorClient.Ended ended -> {}
        }
    }
}
