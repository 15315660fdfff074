package dev.parley.runtime.buffer;

/** Someone who does not look for messages all the time, and is told when to look again. */
public interface Sleeper {

    /** Something has happened that is worth a look. Called by any thread, perhaps for nothing; must not wait. */
    void wake();
}
