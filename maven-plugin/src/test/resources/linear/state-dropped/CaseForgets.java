package demo;

class CaseForgets {
    static void play(DealBuyer.Answer answer) {
        answer.receive().match(
                accept -> { accept.pay(1); return true; },
                counter -> { play(counter.offer(counter.euros())); return true; },
                refuse -> refuse.reason().isEmpty()); // [state-dropped]
    }
}
