/** The words a protocol is written in: annotations and nothing else. */
module dev.parley.annotation {
    requires static org.jspecify;

    exports dev.parley.annotation;
}
