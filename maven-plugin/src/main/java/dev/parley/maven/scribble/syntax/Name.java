package dev.parley.maven.scribble.syntax;

/**
 * A name as it is used in a file.
 *
 * @param text the name, with dots where it is qualified
 * @param place where it stands
 */
public record Name(String text, Place place) {

    @Override
    public String toString() {
        return text;
    }
}
