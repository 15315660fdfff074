package demo;

class JoinDropped {
    static void play(RoundsHost.Next next) {
        RoundsHost.InBoth both = next.go().fork();
        both.left().left(1).receive();
        while (both.right().receive() instanceof RoundsHostBothRight.More more) {
            throw new IllegalStateException(more.what());
        }
        both.join(); // [state-dropped]
    }
}
