package demo;

import dev.parley.annotation.*;

@Protocol
public interface Rounds {
    @Role interface Host {}
    @Role interface Worker {}

    Next start();

    @Choice(at = Host.class)
    interface Next {
        @Message(from = Host.class, to = Worker.class) Round go();
        @Message(from = Host.class, to = Worker.class) End stop();
    }

    interface Round {
        Both both();
        Next again();
    }

    @Parallel
    interface Both {
        @Message(from = Host.class, to = Worker.class) Answer left(int number);
        Offer right();
    }

    interface Answer {
        @Message(from = Worker.class, to = Host.class) void result(long square);
    }

    @Choice(at = Worker.class)
    interface Offer {
        @Message(from = Worker.class, to = Host.class) Offer more(String what);
        @Message(from = Worker.class, to = Host.class) void enough();
    }
}
