package demo;

class NeverJoined {
    static void play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork(); // [state-dropped]
        both.left().receive().result(1);
        both.right().enough();
    }
}
