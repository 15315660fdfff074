package dev.parley.compiler.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * The place in the user's code that a part of a declaration was read from: a type, a member, or one value of an
 * annotation. Each reader of declarations has its own subclass, which knows how to point there.
 *
 * <p>An origin takes no part in equality: any two are equal, so that two records are equal when they declare the same,
 * wherever they were read from.
 */
public abstract class Origin {

    /** Creates an origin. */
    protected Origin() {}

    /** Returns the place in words, for readers who have no editor that jumps there. */
    public abstract String description();

    /** Returns an origin that can be described but not jumped to. */
    public static Origin of(String description) {
        return new Origin() {
            @Override
            public String description() {
                return description;
            }
        };
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Origin;
    }

    @Override
    public final int hashCode() {
        return 0;
    }

    @Override
    public final String toString() {
        return description();
    }
}
