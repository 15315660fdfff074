package dev.parley.compiler.diagnostic;

/** How much a diagnostic weighs. */
public enum Severity {
    /** The protocol is refused. */
    ERROR,
    /** The protocol is accepted, though its author should look again. */
    WARNING
}
