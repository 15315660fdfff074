package demo;

import dev.parley.runtime.ChoiceTimedOutException;

class LateAndForgotten {
    static void play(BargainBuyer.Decision decision) {
        try {
            decision.buy(); // [state-dropped]
        } catch (ChoiceTimedOutException e) {
            System.err.println("too late");
        }
    }
}
