package dev.parley.samples.sessionlifecycle;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Guard;
import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * Coordinator has Worker do tasks, and Store keeps the results. What drives the session has its price; what brings it to an end in good
 * order is free, so that a session whose budget is spent can still be cleaned up.
 */
@Protocol
public interface Work {

    /** Has tasks. */
    @Role
    interface Coordinator {}

    /** Does them. */
    @Role
    interface Worker {}

    /** Keeps what comes of them. */
    @Role
    interface Store {}

    /** First the session is set up. */
    Initiation initiation();

    /** The session comes into being. */
    @Phase("initiation")
    interface Initiation {

        /** Coordinator sets the session up. */
        @Guard(capability = "session:create", flowCost = 100, journal = "session_created")
        @Message(
                from = Coordinator.class,
                to = {Worker.class, Store.class})
        void create(String purpose);

        /** Then the worker answers. */
        Invitation invitation();
    }

    /** Worker takes part or does not. */
    @Choice(at = Worker.class)
    interface Invitation {

        /** Worker takes part. */
        @Guard(capability = "session:join", flowCost = 50, journal = "participant_joined")
        @Message(from = Worker.class, to = Coordinator.class)
        Activation join(String name);

        /** Worker does not. */
        @Guard(capability = "session:decline", flowCost = 25, journal = "participant_declined")
        @Message(from = Worker.class, to = Coordinator.class)
        Refusal decline(String reason);
    }

    /** Coordinator has the session begin, or cannot afford it. */
    @Choice(at = Coordinator.class)
    interface Activation {

        /** The session begins. */
        @Guard(capability = "session:activate", flowCost = 75, journal = "session_activated")
        @Message(from = Coordinator.class, to = Worker.class)
        Activity activate();

        /** It does not. */
        @Guard(journal = "session_abandoned")
        @Message(
                from = Coordinator.class,
                to = {Worker.class, Store.class})
        Termination abandon(String reason);
    }

    /** The session is active. */
    @Phase("activity")
    @Choice(at = Coordinator.class)
    interface Activity {

        /** Coordinator tells both about a task. */
        @Guard(capability = "session:broadcast", flowCost = 25)
        @Message(
                from = Coordinator.class,
                to = {Worker.class, Store.class})
        Execution broadcast(String task, String text);

        /** Coordinator asks how things are. */
        @Guard(capability = "session:status", flowCost = 10)
        @Message(from = Coordinator.class, to = Worker.class)
        Report status();

        /** Coordinator has no more tasks. */
        @Guard(capability = "session:end", flowCost = 100, journal = "session_ended")
        @Message(
                from = Coordinator.class,
                to = {Worker.class, Store.class})
        Termination end();

        /** Coordinator cannot go on. */
        @Guard(journal = "session_abandoned")
        @Message(
                from = Coordinator.class,
                to = {Worker.class, Store.class})
        Termination abandon(String reason);
    }

    /** Worker does a task. */
    @Choice(at = Worker.class)
    interface Execution {

        /** It is done. */
        @Message(
                from = Worker.class,
                to = {Coordinator.class, Store.class})
        Activity done(String task, int words);

        /** It went wrong. */
        @Guard(journal = "task_failed")
        @Message(from = Worker.class, to = Coordinator.class)
        Recovery failed(String task, String reason);
    }

    /** Worker answers, or keeps silent where it cannot afford to. */
    @Choice(at = Worker.class)
    interface Report {

        /** Worker tells how many tasks it has done and how often one has failed. */
        @Guard(capability = "session:report", flowCost = 15)
        @Message(from = Worker.class, to = Coordinator.class)
        Activity report(int done, int failures);

        /** Worker is there, and says no more. */
        @Message(from = Worker.class, to = Coordinator.class)
        Activity alive();
    }

    /** Coordinator decides what becomes of a task that went wrong. */
    @Phase("recovery")
    @Choice(at = Coordinator.class)
    interface Recovery {

        /** The task is tried again, from what the store has. */
        @Message(from = Coordinator.class, to = Store.class)
        Restoration restore();

        /** The task is left out. */
        @Guard(journal = "task_skipped")
        @Message(from = Coordinator.class, to = Worker.class)
        Omission skip();
    }

    /** The store hears it from the worker: from the coordinator it might hear it after the next result. */
    interface Omission {

        /** There will be no result. */
        @Message(from = Worker.class, to = Store.class)
        Activity skipped();
    }

    /** Worker gets what it has lost. */
    interface Restoration {

        /** Store gives the task again, and how many tasks have been done. */
        @Message(from = Store.class, to = Worker.class)
        Execution restored(String task, String text, int done);
    }

    /** Nothing comes of the session. */
    interface Refusal {

        /** Coordinator lets the store go. */
        @Message(from = Coordinator.class, to = Store.class)
        Cleanup dismiss();
    }

    /** The session ends. */
    @Phase("termination")
    interface Termination {

        /** Worker uses nothing of the store any more. */
        @Message(from = Worker.class, to = Store.class)
        Cleanup release();
    }

    /** What is left is put away. */
    @Phase("cleanup")
    interface Cleanup {

        /** Store tells how many results it has put away, and how many words they count. */
        @Guard(journal = "session_archived")
        @Message(from = Store.class, to = Coordinator.class)
        void archived(int results, long words);
    }
}
