package demo;

class EndlessServer {
    static void play(TicksClock.Ticking ticking) {
        int second = 0;
        while (true) {
            ticking = ticking.tick(second++);
        }
    }
}
