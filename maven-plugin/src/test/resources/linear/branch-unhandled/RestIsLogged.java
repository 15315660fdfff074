package demo;

class RestIsLogged {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Answer.Received received = answer.receive(); // [branch-unhandled]
        if (received instanceof DealBuyer.Accept accept) {
            accept.pay(1);
        } else if (received instanceof DealBuyer.Refuse refuse) {
            refuse.leave();
        } else {
            System.err.println("not expected: " + received);
        }
    }
}
