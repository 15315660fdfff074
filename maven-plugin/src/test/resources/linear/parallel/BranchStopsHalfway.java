package demo;

class BranchStopsHalfway {
    static RoundsWorker.Next play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        var asked = both.left().receive(); // [state-dropped]
        both.right().enough();
        return both.join();
    }
}
