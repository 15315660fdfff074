package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.util.Optional;

/**
 * A role of the protocol.
 *
 * @param name the role's name
 * @param family that any number of participants play it; empty where one does
 * @param origin the type that declares it
 */
public record RoleDeclaration(RoleName name, Optional<Family> family, Origin origin) {

    /** Declares a role that one participant plays. */
    public RoleDeclaration(RoleName name, Origin origin) {
        this(name, Optional.empty(), origin);
    }
}
