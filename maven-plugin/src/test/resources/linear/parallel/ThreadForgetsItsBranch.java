package demo;

class ThreadForgetsItsBranch {
    static RoundsWorker.Next play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        both.left().receive().result(1);
        RoundsWorkerBothRight.Offer right = both.right();
        new Thread(() -> right.more("one")).start(); // [state-dropped]
        return both.join();
    }
}
