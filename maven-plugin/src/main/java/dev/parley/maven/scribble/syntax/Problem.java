package dev.parley.maven.scribble.syntax;

/**
 * What was found in a file.
 *
 * @param place where
 * @param refusal whether what stands there cannot be imported for this reason; else it is imported, and the user should know this of it
 * @param text what is so, why, and what to do
 */
public record Problem(Place place, boolean refusal, String text) {

    /** Returns a reason not to import. */
    public static Problem refusal(Place place, String text) {
        return new Problem(place, true, text);
    }

    /** Returns something to know. */
    public static Problem note(Place place, String text) {
        return new Problem(place, false, text);
    }

    @Override
    public String toString() {
        return place + ": " + text;
    }
}
