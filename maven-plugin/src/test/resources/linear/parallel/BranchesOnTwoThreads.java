package demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

class BranchesOnTwoThreads {
    static void worker(RoundsWorker.Next next, ExecutorService threads) {
        while (next.receive() instanceof RoundsWorker.Go go) {
            RoundsWorker.InBoth both = go.fork();
            RoundsWorkerBothLeft.Start left = both.left();
            RoundsWorkerBothRight.Offer right = both.right();
            threads.execute(() -> right.more("one").enough());
            CompletableFuture.runAsync(() -> left.receive().result(1));
            next = both.join();
        }
    }
}
