package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;

/**
 * That a role is played by any number of participants.
 *
 * @param min how many there are at least when a session opens
 * @param origin the annotation value, or the annotation
 */
public record Family(int min, Origin origin) {

    /** How many members there are at least where a protocol does not say. */
    public static final int DEFAULT_MIN = 1;
}
