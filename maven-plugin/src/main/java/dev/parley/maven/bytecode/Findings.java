package dev.parley.maven.bytecode;

import dev.parley.compiler.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** What has been found so far while one protocol is read. */
final class Findings {

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private boolean whole = true;

    /** Takes a problem in spite of which everything that the protocol says is known. */
    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Takes a problem that leaves it open what the protocol says: to go on would find errors that are none. */
    void reportGap(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        whole = false;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    boolean whole() {
        return whole;
    }
}
