package demo;

class MatchByMethodReferencesMissesOne {
    static boolean play(DealBuyer.Answer answer) {
        return answer.receive().match(
                MatchByMethodReferencesMissesOne::pay,
                counter -> play(counter.offer(3)),
                MatchByMethodReferencesMissesOne::leave);
    }

    static boolean pay(DealBuyer.Accept accept) {
        accept.pay(1);
        return true;
    }

    static boolean leave(DealBuyer.Refuse refuse) {
        return refuse.reason().isEmpty(); // [state-dropped]
    }
}
