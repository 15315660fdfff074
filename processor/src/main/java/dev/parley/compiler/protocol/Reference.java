package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;

/**
 * A role or block as named by a step or an annotation; whether it exists is for the checks to say.
 *
 * @param name the simple name of the type named if it is nested in the protocol (or is the protocol itself), else its qualified name
 * @param origin the annotation value, or the step whose return type names it
 */
public record Reference(String name, Origin origin) {

    /** Returns the role of this name. */
    public RoleName role() {
        return new RoleName(name);
    }
}
