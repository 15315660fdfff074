package demo;

class BegunAfterJoin {
    static RoundsWorker.Next play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        both.left().receive().result(1);
        both.right().enough();
        RoundsWorker.Next next = both.join();
        both.left().receive().result(2); // [state-used-twice]
        return next;
    }
}
