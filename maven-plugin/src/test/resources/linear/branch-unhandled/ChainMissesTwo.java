package demo;

class ChainMissesTwo {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Answer.Received received = answer.receive(); // [branch-unhandled]
        if (received instanceof DealBuyer.Accept accept) {
            accept.pay(1);
        }
    }
}
