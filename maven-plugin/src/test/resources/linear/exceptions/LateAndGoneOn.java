package demo;

import dev.parley.runtime.ChoiceTimedOutException;

class LateAndGoneOn {
    static void play(BargainBuyer.Decision decision) {
        try {
            decision.buy();
        } catch (ChoiceTimedOutException e) {
            decision.leave();
        }
    }
}
