package demo;

class BlockInAnotherThread {
    static void play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        new Thread(() -> both.left().receive().result(1)).start(); // [foreign-thread]
    }
}
