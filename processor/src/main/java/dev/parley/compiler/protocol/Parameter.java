package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;

/**
 * One value of a message's payload.
 *
 * @param name the parameter's name, which names the accessor
 * @param type the parameter's type
 * @param origin the parameter
 */
public record Parameter(String name, TypeRef type, Origin origin) {}
