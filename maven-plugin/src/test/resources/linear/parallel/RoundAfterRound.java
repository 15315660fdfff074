package demo;

class RoundAfterRound {
    static void host(RoundsHost.Next next) {
        for (int i = 0; i < 10; i++) {
            RoundsHost.InBoth both = next.go().fork();
            both.left().left(i).receive();
            RoundsHostBothRight.Offer offer = both.right();
            while (offer.receive() instanceof RoundsHostBothRight.More more) {
                offer = more;
            }
            next = both.join();
        }
        next.stop();
    }

    static void worker(RoundsWorker.Next next) {
        while (next.receive() instanceof RoundsWorker.Go go) {
            RoundsWorker.InBoth both = go.fork();
            both.left().receive().result(1);
            both.right().more("one").enough();
            next = both.join();
        }
    }
}
