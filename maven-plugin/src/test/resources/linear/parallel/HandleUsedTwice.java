package demo;

class HandleUsedTwice {
    static RoundsWorker.Next play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        both.left().receive().result(1);
        RoundsWorkerBothRight.Offer right = both.right();
        right.enough();
        right.enough(); // [state-used-twice]
        return both.join();
    }
}
