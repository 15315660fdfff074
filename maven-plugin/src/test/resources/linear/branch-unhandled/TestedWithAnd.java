package demo;

class TestedWithAnd {
    static void play(DealBuyer.Answer answer, int purse) {
        DealBuyer.Answer.Received received = answer.receive();
        if (received instanceof DealBuyer.Counter counter && counter.euros() <= purse) {
            play(counter.offer(counter.euros()), purse);
        } else if (received instanceof DealBuyer.Counter counter) {
            play(counter.offer(purse), purse);
        } else if (!(received instanceof DealBuyer.Accept accept)) {
            ((DealBuyer.Refuse) received).leave();
        } else {
            accept.pay(purse);
        }
    }
}
