package demo;

class CapturedByACase {
    static void play(DealBuyer.Answer answer, CalculatorClient.Ask ask) {
        answer.receive().match(
                accept -> { accept.pay(1); ask.bye(); return true; },
                counter -> { play(counter.offer(1), ask); return true; },
                refuse -> { refuse.leave(); ask.bye(); return true; });
    }
}
