package dev.parley.compiler.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * One finding: what is wrong, where, the proof, and what to do.
 *
 * @param id which entry of the catalogue
 * @param problem what is wrong, in the words of the protocol; one sentence without the id
 * @param origin the exact element or annotation value
 * @param proof lines that show why: a path or traces; may be empty
 * @param hint what to write instead, if there is something to say
 */
public record Diagnostic(DiagnosticId id, String problem, Origin origin, List<String> proof, Optional<String> hint) {

    /** Copies the proof. */
    public Diagnostic {
        proof = List.copyOf(proof);
    }

    /** Creates a diagnostic with neither proof nor hint. */
    public static Diagnostic of(DiagnosticId id, Origin origin, String problem) {
        return new Diagnostic(id, problem, origin, List.of(), Optional.empty());
    }

    /** Returns this diagnostic with the given lines as its proof. */
    public Diagnostic because(List<String> lines) {
        return new Diagnostic(id, problem, origin, lines, hint);
    }

    /** Returns this diagnostic with the given hint. */
    public Diagnostic hint(String text) {
        return new Diagnostic(id, problem, origin, proof, Optional.of(text));
    }

    /** Returns whether the protocol is refused for this. */
    public boolean isError() {
        return id.severity() == Severity.ERROR;
    }

    /** Returns the whole message: the bracketed id and the problem, then the proof, then the hint, a line each. */
    public String message() {
        StringBuilder text =
                new StringBuilder("[").append(id.code()).append("] ").append(problem);
        proof.forEach(line -> text.append("\n    ").append(line));
        hint.ifPresent(line -> text.append("\n  hint: ").append(line));
        return text.toString();
    }
}
