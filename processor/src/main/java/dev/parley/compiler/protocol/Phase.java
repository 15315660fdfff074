package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;

/**
 * A stage of the work.
 *
 * @param name its name
 * @param origin the annotation value
 */
public record Phase(String name, Origin origin) {}
