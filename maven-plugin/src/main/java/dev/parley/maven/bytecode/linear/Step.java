package dev.parley.maven.bytecode.linear;

/**
 * One step of the path that leads to a finding; in the same file as the finding.
 *
 * @param line the line in the source, or 0 if the class file does not tell
 * @param text what happens there
 */
public record Step(int line, String text) {}
