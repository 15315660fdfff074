package dev.parley.runtime;

import org.jspecify.annotations.Nullable;

/** Where a role is entered: a session, at the start of the role, or where another player has left off. For generated code. */
public sealed interface Place permits Session, LeftPlace {

    /** Returns the session. */
    Session session();

    /** Returns who has played the role so far; null for nobody. */
    @Nullable Endpoint before();
}
