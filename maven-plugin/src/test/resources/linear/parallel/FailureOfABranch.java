package demo;

import dev.parley.runtime.SessionCancelledException;

class FailureOfABranch {
    static void play(RoundsWorker.Go go) {
        try {
            RoundsWorker.InBoth both = go.fork();
            both.left().receive().result(1);
            both.right().enough();
            rest(both.join());
        } catch (SessionCancelledException e) {
            System.out.println("cancelled");
        }
    }

    static void rest(RoundsWorker.Next next) {
        if (next.receive() instanceof RoundsWorker.Go go) {
            play(go);
        }
    }
}
