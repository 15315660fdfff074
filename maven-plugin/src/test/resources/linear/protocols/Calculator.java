package demo;

import dev.parley.annotation.*;

@Protocol
public interface Calculator {
    @Role interface Client {}
    @Role interface Server {}

    Ask start();

    @Choice(at = Client.class)
    interface Ask {
        @Message(from = Client.class, to = Server.class) Reply add(int x, int y);
        @Message(from = Client.class, to = Server.class) End bye();
    }

    interface Reply {
        @Message(from = Server.class, to = Client.class) Ask sum(long value);
    }
}
