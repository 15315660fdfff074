package dev.parley.maven.scribble.syntax;

/**
 * A type or message that is defined outside Scribble.
 *
 * @param place where it stands
 * @param message whether it is a message ({@code sig}) and not the type of a value
 * @param schema the language it is defined in, such as {@code java}
 * @param external its name there
 * @param source where it is defined there
 * @param alias its name in this module
 */
public record TypeDeclaration(
        Place place, boolean message, String schema, String external, String source, String alias) {}
