package demo;

class JoinedBeforeABranchIsOver {
    static RoundsWorker.Next play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        both.left().receive().result(1);
        RoundsWorkerBothRight.Offer right = both.right(); // [state-dropped]
        RoundsWorker.Next next = both.join();
        right.enough();
        return next;
    }
}
