package demo;

import dev.parley.runtime.ChoiceTimedOutException;

class LateAndForgotten {
    static void play(BargainBuyer.Decision decision) { // [state-dropped]
        try {
            decision.buy();
        } catch (ChoiceTimedOutException e) {
            System.err.println("too late");
        }
    }
}
