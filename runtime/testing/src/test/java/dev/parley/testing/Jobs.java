package dev.parley.testing;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.OnCrash;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;
import dev.parley.annotation.Timeout;

/** A worker does a job, and tells of its progress; where it fails to, a spare does the job. */
@Protocol
interface Jobs {
    @Role
    interface Boss {}

    @Role
    interface Worker {}

    @Role
    interface Spare {}

    @Message(from = Boss.class, to = Worker.class)
    void job(int number);

    Answer answer();

    @Choice(at = Worker.class)
    interface Answer {
        @Message(
                from = Worker.class,
                to = {Boss.class, Spare.class})
        Answer progress(int percent);

        @Message(
                from = Worker.class,
                to = {Boss.class, Spare.class})
        void done();

        @Timeout("1m")
        @Message(
                from = Worker.class,
                to = {Boss.class, Spare.class})
        Retry tookTooLong();

        @OnCrash(Worker.class)
        Retry lost();
    }

    interface Retry {
        @Message(from = Boss.class, to = Spare.class)
        void again(int number);

        @Message(from = Spare.class, to = Boss.class)
        void doneAfterAll();
    }
}
