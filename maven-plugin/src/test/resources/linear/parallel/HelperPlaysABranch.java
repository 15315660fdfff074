package demo;

class HelperPlaysABranch {
    static RoundsHost.Next play(RoundsHost.Next next) {
        RoundsHost.InBoth both = next.go().fork();
        ask(both.left());
        return rest(both);
    }

    static void ask(RoundsHostBothLeft.Start left) {
        left.left(1).receive();
    }

    static RoundsHost.Next rest(RoundsHost.InBoth both) {
        RoundsHostBothRight.Offer offer = both.right();
        while (offer.receive() instanceof RoundsHostBothRight.More more) {
            offer = more;
        }
        return both.join();
    }
}
