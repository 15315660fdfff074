package demo;

class BranchesGoOn {
    static void worker(RoundsSession session) {
        RoundsWorker.Resumed at = session.resumeWorker();
        at.match(
                next -> next(next),
                go -> next(play(go)),
                stop -> null,
                both -> {
                    both.left().match(start -> answer(start.receive()), left -> answer(left), ended -> null);
                    both.right().match(offer -> enough(offer), ended -> null);
                    return next(both.join());
                });
    }

    static Void next(RoundsWorker.Next next) {
        while (next.receive() instanceof RoundsWorker.Go go) {
            next = play(go);
        }
        return null;
    }

    static RoundsWorker.Next play(RoundsWorker.Go go) {
        RoundsWorker.InBoth both = go.fork();
        both.left().receive().result(1);
        both.right().enough();
        return both.join();
    }

    static Void answer(RoundsWorkerBothLeft.Left left) {
        left.result(1);
        return null;
    }

    static Void enough(RoundsWorkerBothRight.Offer offer) {
        offer.enough();
        return null;
    }
}
