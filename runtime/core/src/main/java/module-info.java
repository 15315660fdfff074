/** What generated endpoints run on: buffers and sessions, over the JDK alone. */
module dev.parley.runtime {
    requires static org.jspecify;

    exports dev.parley.runtime;
}
