package demo;

class SelfLoopDropped {
    static void play(TicksClock.Ticking ticking) {
        ticking.tick(1).tick(2); // [state-dropped]
    }
}
