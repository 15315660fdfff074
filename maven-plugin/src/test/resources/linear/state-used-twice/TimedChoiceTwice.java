package demo;

class TimedChoiceTwice {
    static void play(BargainBuyer.Decision decision) {
        decision.buy();
        decision.leave(); // [state-used-twice]
    }
}
