package demo;

import dev.parley.annotation.*;

@Protocol
public interface Ticks {
    @Role interface Clock {}
    @Role interface Display {}

    Ticking start();

    @Choice(at = Clock.class)
    interface Ticking {
        @Message(from = Clock.class, to = Display.class) Ticking tick(int second);
        @Message(from = Clock.class, to = Display.class) End done();
    }
}
