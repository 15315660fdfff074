/** What generated endpoints run on: buffers and sessions, over the JDK alone. */
module dev.parley.runtime {
    // Not transitive: users would have to have it on their module path.
    requires static org.jspecify;

    exports dev.parley.runtime;
    exports dev.parley.runtime.buffer;
    exports dev.parley.runtime.effect;
    exports dev.parley.runtime.journal;
    exports dev.parley.runtime.transport;
}
