package demo;

class TestsKeptInVariablesMissOne {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Answer.Received received = answer.receive(); // [branch-unhandled]
        boolean accepted = received instanceof DealBuyer.Accept;
        boolean refused = received instanceof DealBuyer.Refuse;
        if (accepted) {
            ((DealBuyer.Accept) received).pay(1);
        }
        if (refused) {
            ((DealBuyer.Refuse) received).leave();
        }
    }
}
