package dev.parley.maven.scribble.syntax;

import java.util.Optional;

/**
 * One value of a message.
 *
 * @param variable its name; nuscr only
 * @param type the name of its type, or of a protocol where a role of it is delegated
 * @param role the role that is delegated
 * @param refinement the condition that its type puts on it; nuscr only
 */
public record Payload(Optional<Name> variable, Name type, Optional<Name> role, Optional<String> refinement) {}
