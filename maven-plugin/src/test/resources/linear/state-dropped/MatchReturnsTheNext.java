package demo;

class MatchReturnsTheNext {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Offer offer = answer.receive().match(
                accept -> { accept.pay(1); return null; },
                counter -> counter,
                refuse -> { refuse.leave(); return null; });
        if (offer != null) {
            play(offer.offer(3));
        }
    }
}
