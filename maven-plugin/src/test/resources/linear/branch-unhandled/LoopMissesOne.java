package demo;

class LoopMissesOne {
    static void play(DealBuyer.Offer start) {
        DealBuyer.Offer offer = start;
        for (int euros = 1; ; euros++) {
            DealBuyer.Answer.Received received = offer.offer(euros).receive(); // [branch-unhandled]
            if (received instanceof DealBuyer.Accept accept) {
                accept.pay(euros);
                return;
            }
            if (received instanceof DealBuyer.Counter counter) {
                offer = counter;
            }
        }
    }
}
