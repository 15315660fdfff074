package dev.parley.runtime;

/** Reaches the handler of a role that may leave a choice open for a while: what it waited for, outside of the session, has come. */
public interface Prompt {

    /**
     * Has the handler asked again whether it chooses, by its method that begins with {@code continue}; if the role has not come to a choice
     * with a timeout yet, as soon as it does. The handler then sees what the calling thread has done before. It is asked once for any number of
     * calls before that. May be called by any thread, and at any time; when the role has no choice left, nothing happens.
     */
    void lookAgain();
}
