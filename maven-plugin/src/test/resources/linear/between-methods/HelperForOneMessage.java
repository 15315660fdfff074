package demo;

class HelperForOneMessage {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Answer.Received received = answer.receive();
        if (isAccepted(received)) {
            ((DealBuyer.Accept) received).pay(1);
        } else if (received instanceof DealBuyer.Counter counter) {
            play(counter.offer(1));
        } else {
            ((DealBuyer.Refuse) received).leave();
        }
    }

    private static boolean isAccepted(DealBuyer.Answer.Received received) {
        return received instanceof DealBuyer.Accept;
    }
}
