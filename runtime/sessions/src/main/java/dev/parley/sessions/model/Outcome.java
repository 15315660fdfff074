package dev.parley.sessions.model;

import java.util.List;
import java.util.Map;

/**
 * What came of a session that has ended.
 *
 * @param text the summary of what was done, or why it was ended
 * @param details what was made, or what is known of the reason, by name
 */
public record Outcome(String text, Map<String, String> details) {

    /**
     * Copies the details.
     *
     * @throws IllegalArgumentException if a text cannot be stored
     */
    public Outcome {
        details = Texts.sorted(details);
        Texts.checkStorable(List.of(text));
    }
}
