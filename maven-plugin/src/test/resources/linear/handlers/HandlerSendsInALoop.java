package demo;

import dev.parley.runtime.Reactor;

class HandlerSendsInALoop {
    static void play(TicksSession session, Reactor reactor) {
        session.clock(reactor, ticking -> {
            for (int second = 0; second < 60; second++) {
                ticking = ticking.tick(second);
            }
            return ticking.done();
        });
    }
}
