package demo;

class TwiceSelfLoop {
    static void play(TicksClock.Ticking ticking) {
        TicksClock.Ticking next = ticking.tick(1);
        ticking.tick(2).done(); // [state-used-twice]
        next.done();
    }
}
