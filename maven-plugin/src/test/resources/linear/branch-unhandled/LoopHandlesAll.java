package demo;

class LoopHandlesAll {
    static void play(DealBuyer.Offer start) {
        DealBuyer.Offer offer = start;
        for (int euros = 1; ; euros++) {
            DealBuyer.Answer.Received received = offer.offer(euros).receive();
            if (received instanceof DealBuyer.Accept accept) {
                accept.pay(euros);
                return;
            }
            if (received instanceof DealBuyer.Refuse refuse) {
                refuse.leave();
                return;
            }
            offer = (DealBuyer.Counter) received;
        }
    }
}
