package dev.parley.maven.scribble.syntax;

import java.util.List;

/**
 * A global protocol.
 *
 * @param place where it stands
 * @param name its name
 * @param auxiliary whether it is only there to be run by others
 * @param parameters the names of its messages and types that are given by whoever runs it
 * @param roles its roles
 * @param body its statements
 */
public record GlobalProtocol(
        Place place, String name, boolean auxiliary, List<Name> parameters, List<Name> roles, Body body) {

    /** Copies the lists. */
    public GlobalProtocol {
        parameters = List.copyOf(parameters);
        roles = List.copyOf(roles);
    }
}
