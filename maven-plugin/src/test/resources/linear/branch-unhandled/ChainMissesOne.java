package demo;

class ChainMissesOne {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Answer.Received received = answer.receive(); // [branch-unhandled]
        if (received instanceof DealBuyer.Accept accept) {
            accept.pay(1);
        } else if (received instanceof DealBuyer.Counter counter) {
            play(counter.offer(2));
        }
    }
}
