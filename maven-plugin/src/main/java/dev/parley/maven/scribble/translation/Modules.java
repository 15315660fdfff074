package dev.parley.maven.scribble.translation;

import dev.parley.maven.scribble.syntax.Name;
import dev.parley.maven.scribble.syntax.ScribbleModule;
import java.util.Optional;

/** Finds modules that others import. */
@FunctionalInterface
public interface Modules {

    /** Returns the module that an import names, read before or now. */
    Optional<ScribbleModule> find(Name module);
}
