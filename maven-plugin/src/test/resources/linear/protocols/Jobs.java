package demo;

import dev.parley.annotation.*;

@Protocol
public interface Jobs {
    @Role interface Boss {}
    @Role interface Worker {}
    @Role interface Spare {}

    @Message(from = Boss.class, to = Worker.class) void job(String name);
    Answer answer();

    @Choice(at = Worker.class)
    interface Answer {
        @Message(from = Worker.class, to = {Boss.class, Spare.class}) void done();
        @OnCrash(Worker.class) Retry lost();
    }

    interface Retry {
        @Message(from = Boss.class, to = Spare.class) void again(String name);
        @Message(from = Spare.class, to = Boss.class) void doneAfterAll();
    }
}
