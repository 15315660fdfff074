package demo;

class TwiceAfterMatch {
    static void play(DealBuyer.Answer answer) {
        DealBuyer.Answer.Received received = answer.receive();
        received.match(
                accept -> { accept.pay(1); return true; },
                counter -> { finish(counter); return true; },
                refuse -> { refuse.leave(); return true; });
        if (received instanceof DealBuyer.Refuse refuse) {
            refuse.leave(); // [state-used-twice]
        }
    }

    static void finish(DealBuyer.Offer offer) {
        play(offer.offer(2));
    }
}
