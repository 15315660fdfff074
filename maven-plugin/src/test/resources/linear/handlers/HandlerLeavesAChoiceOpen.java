package demo;

import dev.parley.runtime.Prompt;
import dev.parley.runtime.Reactor;

class HandlerLeavesAChoiceOpen implements BargainBuyer.Handler {
    private volatile boolean convinced;

    static void play(BargainSession session, Reactor reactor) {
        HandlerLeavesAChoiceOpen buyer = new HandlerLeavesAChoiceOpen();
        Prompt prompt = session.buyer(reactor, buyer);
        buyer.convinced = true;
        prompt.lookAgain();
    }

    @Override
    public Next start(BargainBuyer.Decision decision) {
        return decision;
    }

    @Override
    public Next continueDecision(BargainBuyer.Decision decision) {
        return convinced ? decision.buy() : decision;
    }

    @Override
    public void decisionTimedOut() {}
}
