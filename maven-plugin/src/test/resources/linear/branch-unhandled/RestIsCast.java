package demo;

class RestIsCast {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Answer.Received received = answer.receive();
        if (received instanceof DealBuyer.Accept accept) {
            accept.pay(1);
        } else if (received instanceof DealBuyer.Counter counter) {
            play(counter.offer(2));
        } else {
            ((DealBuyer.Refuse) received).leave();
        }
    }
}
