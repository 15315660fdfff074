package demo;

class BranchNotBegun {
    static RoundsWorker.Next play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        both.left().receive().result(1);
        return both.join(); // [state-dropped]
    }
}
