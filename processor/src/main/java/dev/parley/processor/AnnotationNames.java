package dev.parley.processor;

/**
 * The qualified names of the language's annotations and types. They are known by name so that the processor does not depend on the
 * annotations: it reads whatever version the protocol is compiled against.
 */
final class AnnotationNames {

    static final String PROTOCOL = "dev.parley.annotation.Protocol";
    static final String ROLE = "dev.parley.annotation.Role";
    static final String MESSAGE = "dev.parley.annotation.Message";
    static final String CHOICE = "dev.parley.annotation.Choice";
    static final String PARALLEL = "dev.parley.annotation.Parallel";
    static final String FOR_EACH = "dev.parley.annotation.ForEach";
    static final String ADMITS = "dev.parley.annotation.Admits";
    static final String FAMILY = "dev.parley.annotation.Family";
    static final String QUORUM = "dev.parley.annotation.Quorum";
    static final String TIMEOUT = "dev.parley.annotation.Timeout";
    static final String ON_CRASH = "dev.parley.annotation.OnCrash";
    static final String GUARD = "dev.parley.annotation.Guard";
    static final String PHASE = "dev.parley.annotation.Phase";
    static final String INCLUDE = "dev.parley.annotation.Include";
    static final String EDGE = "dev.parley.annotation.Edge";
    static final String EDGES = "dev.parley.annotation.Edge.List";
    static final String END = "dev.parley.annotation.End";

    private AnnotationNames() {}
}
