package dev.parley.maven.simulate;

/** Is told how far long work has come. */
public interface Progress extends AutoCloseable {

    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void reached(long done) {}

        @Override
        public void close() {}
    };

    /** So much of the work is done. */
    void reached(long done);

    /** The work is over. */
    @Override
    void close();

    /** Starts a progress for each piece of work. */
    interface Factory {

        /** Returns the progress of work that takes at most so many steps. */
        Progress start(String work, long most);
    }
}
