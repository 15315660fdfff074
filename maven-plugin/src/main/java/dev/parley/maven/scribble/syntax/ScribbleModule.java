package dev.parley.maven.scribble.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A file of protocols.
 *
 * @param file its name as the user knows it
 * @param language which tool it is written for
 * @param name what it calls itself
 * @param imports what it uses of others
 * @param types what it uses that is defined outside Scribble
 * @param protocols its protocols, in the order of the text
 */
public record ScribbleModule(
        String file,
        Language language,
        Optional<Name> name,
        List<Import> imports,
        List<TypeDeclaration> types,
        List<GlobalProtocol> protocols) {

    /** Copies the lists. */
    public ScribbleModule {
        imports = List.copyOf(imports);
        types = List.copyOf(types);
        protocols = List.copyOf(protocols);
    }

    /** The tools whose languages are read. */
    public enum Language {
        /** Scribble, as scribble-java reads it. */
        SCRIBBLE,
        /** nuscr. */
        NUSCR
    }

    /**
     * The use of another module.
     *
     * @param module its name
     * @param member what is used of it; empty for all
     * @param alias what it is called here
     */
    public record Import(Name module, Optional<String> member, String alias) {}
}
