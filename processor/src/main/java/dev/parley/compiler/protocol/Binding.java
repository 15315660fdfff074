package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;

/**
 * Who plays a role of an included protocol.
 *
 * @param role the role of the included protocol: its simple name or, where it is none of that protocol, its qualified name
 * @param to the role that plays it
 * @param origin the annotation
 */
public record Binding(Reference role, Reference to, Origin origin) {}
