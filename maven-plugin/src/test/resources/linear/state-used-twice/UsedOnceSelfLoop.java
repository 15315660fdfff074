package demo;

class UsedOnceSelfLoop {
    static void play(TicksClock.Ticking start) {
        TicksClock.Ticking ticking = start;
        int second = 0;
        do {
            ticking = ticking.tick(second++);
        } while (second < 60);
        ticking.done();
    }
}
