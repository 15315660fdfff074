package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;

/**
 * A role of the protocol.
 *
 * @param name the role's name
 * @param origin the type that declares it
 */
public record RoleDeclaration(RoleName name, Origin origin) {}
