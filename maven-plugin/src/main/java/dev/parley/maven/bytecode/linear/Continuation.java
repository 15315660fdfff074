package dev.parley.maven.bytecode.linear;

/**
 * One way on behind a call.
 *
 * @param path how things are
 * @param value what the call has returned; unknown if it returns nothing
 */
record Continuation(ProgramPath path, Value value) {}
