package demo;

class UsedOncePerBranch {
    static void play(CalculatorClient.Ask ask, boolean early) {
        if (early) {
            ask.bye();
            return;
        }
        ask.add(1, 1).receive().bye();
    }
}
