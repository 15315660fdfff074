package dev.parley.sessions.message;

import java.util.Set;

/**
 * That a session reads letters.
 *
 * @param types which
 * @param priority of several sessions that read a type, those of the highest priority get the letters
 * @param handler who reads them
 */
record Registration(Set<String> types, int priority, LetterHandler handler) {
    Registration {
        types = Set.copyOf(types);
    }
}
