package dev.parley.compiler.diagram;

import java.util.List;

/** How a language of diagrams writes the lines of a sequence diagram. Participants go by their place, from 0. */
interface SequenceNotation {

    /** Returns what stands before everything else. */
    List<String> header();

    /** Returns what stands after everything else. */
    List<String> footer();

    /** Introduces a participant. */
    String participant(int place, String name);

    /** Draws a message. */
    String message(int from, int to, String text);

    /**
     * Opens a frame, such as {@code alt}, {@code par} or {@code loop}, or its next part, {@code else} or {@code and};
     * {@code end} closes it.
     */
    String frame(String keyword, String text);

    /** Writes a note across all participants. */
    String note(int lastPlace, String text);
}
