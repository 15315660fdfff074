package dev.parley.sessions;

import java.util.List;
import java.util.Map;

/**
 * What an emergency shutdown has done.
 *
 * @param terminated what was left of each session that was terminated
 * @param failures why the store could not keep that a session was terminated, by the session's id. Nothing goes on here in these sessions either
 */
public record EmergencyReport(List<ShutdownReport> terminated, Map<String, RuntimeException> failures) {

    /** Copies the collections. */
    public EmergencyReport {
        terminated = List.copyOf(terminated);
        failures = Map.copyOf(failures);
    }
}
