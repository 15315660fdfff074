package demo;

import dev.parley.runtime.Reactor;

class HandlerOfAnotherSession {
    static void play(CalculatorSession other, TicksSession session, Reactor reactor) {
        CalculatorClient.Ask outer = other.client();
        session.clock(reactor, ticking -> { // [foreign-thread]
            outer.bye();
            return ticking.done();
        });
    }
}
