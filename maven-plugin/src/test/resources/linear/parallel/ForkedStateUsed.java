package demo;

class ForkedStateUsed {
    static RoundsWorker.Next play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        both.left().receive().result(1);
        both.right().enough();
        RoundsWorker.Next next = both.join();
        go.fork(); // [state-used-twice]
        return next;
    }
}
