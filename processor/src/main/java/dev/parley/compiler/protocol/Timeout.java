package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;

/**
 * When an alternative is taken for a role that has not chosen.
 *
 * @param text the duration as written, such as {@code 30s}
 * @param origin the annotation value
 */
public record Timeout(String text, Origin origin) {}
