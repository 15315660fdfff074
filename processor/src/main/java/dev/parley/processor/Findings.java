package dev.parley.processor;

import dev.parley.compiler.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** What has been found so far while one protocol is read. */
final class Findings {

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private boolean whole = true;
    private boolean typesMissing;

    /** Takes a problem in spite of which everything that the protocol says is known. */
    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Takes a problem that leaves it open what the protocol says: to go on would find errors that are none. */
    void reportGap(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        whole = false;
    }

    /** Notes that a payload type does not exist, at least not yet. The compiler reports that itself. */
    void missingPayload() {
        typesMissing = true;
    }

    /** Notes that a type named as a role or block does not exist. The compiler reports that itself. */
    void missingReference() {
        typesMissing = true;
        whole = false;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    boolean whole() {
        return whole;
    }

    boolean typesMissing() {
        return typesMissing;
    }
}
