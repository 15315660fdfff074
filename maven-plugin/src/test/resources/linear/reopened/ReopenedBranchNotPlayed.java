package demo;

class ReopenedBranchNotPlayed {
    static RoundsWorker.Next play(RoundsWorker.ResumedInBoth both) {
        RoundsWorkerBothLeft.Resumed left = both.left(); // [state-dropped]
        both.right().match(offer -> enough(offer), ended -> null);
        return both.join();
    }

    static Void enough(RoundsWorkerBothRight.Offer offer) {
        offer.enough();
        return null;
    }
}
