package demo;

class BranchBegunTwice {
    static RoundsWorker.Next play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        both.left().receive().result(1);
        both.right().enough();
        both.right().enough(); // [state-used-twice]
        return both.join();
    }
}
