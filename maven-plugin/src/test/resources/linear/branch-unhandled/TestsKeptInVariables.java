package demo;

class TestsKeptInVariables {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Answer.Received received = answer.receive();
        boolean accepted = received instanceof DealBuyer.Accept;
        boolean refused = received instanceof DealBuyer.Refuse;
        System.out.println(accepted + " " + refused);
        if (accepted) {
            ((DealBuyer.Accept) received).pay(1);
        } else if (!refused) {
            play(((DealBuyer.Counter) received).offer(2));
        } else {
            ((DealBuyer.Refuse) received).leave();
        }
    }
}
