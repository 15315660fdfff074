package demo;

class CancelledInstead {
    static void play(CalculatorSession session, boolean sure) {
        CalculatorClient.Ask ask = session.client();
        if (!sure) {
            session.cancel("not sure");
            return;
        }
        ask.bye();
    }
}
