package demo;

class HandlerChoosesAndLeavesOpen implements BargainBuyer.Handler {
    @Override
    public Next start(BargainBuyer.Decision decision) {
        if (decision.hashCode() == 0) {
            decision.buy();
        }
        return decision; // [state-used-twice]
    }

    @Override
    public void decisionTimedOut() {}
}
