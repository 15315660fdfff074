package demo;

import dev.parley.annotation.*;

@Protocol
public interface Feed {
    @Role interface Source {}
    @Role interface Sink {}
    @Role interface Log {}

    Items items();

    @Choice(at = Source.class)
    interface Items {
        @Message(from = Source.class, to = Sink.class) Noting item(String text);
        @Message(from = Source.class, to = Sink.class) End stop();
    }

    interface Noting {
        @Message(from = Sink.class, to = Log.class) Items note(String text);
    }
}
