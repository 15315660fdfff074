package demo;

class MatchByMethodReferences {
    static boolean play(DealBuyer.Answer answer) {
        return answer.receive().match(MatchByMethodReferences::pay, MatchByMethodReferences::again, refuse -> {
            refuse.leave();
            return false;
        });
    }

    static boolean pay(DealBuyer.Accept accept) {
        accept.pay(1);
        return true;
    }

    static boolean again(DealBuyer.Counter counter) {
        return play(counter.offer(1));
    }
}
