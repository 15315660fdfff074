package dev.parley.maven.scribble.syntax;

import java.util.List;

/**
 * Statements in braces.
 *
 * @param place where they stand
 * @param interactions the statements
 */
public record Body(Place place, List<Interaction> interactions) {

    /** Copies the statements. */
    public Body {
        interactions = List.copyOf(interactions);
    }
}
