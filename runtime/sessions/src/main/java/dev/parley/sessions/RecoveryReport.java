package dev.parley.sessions;

import java.util.List;
import java.util.Map;

/**
 * What became of the sessions that nobody ran.
 *
 * @param recovered the sessions that are run here now
 * @param failures why others cannot be, by their ids: this node manages them, and does not run them
 */
public record RecoveryReport(List<SessionHandle> recovered, Map<String, RuntimeException> failures) {

    /** Copies the collections. */
    public RecoveryReport {
        recovered = List.copyOf(recovered);
        failures = Map.copyOf(failures);
    }
}
