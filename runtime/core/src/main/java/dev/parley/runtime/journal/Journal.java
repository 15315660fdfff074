package dev.parley.runtime.journal;

/**
 * An append-only log of entries, which are bytes to it. Safe for use by many threads.
 *
 * <p>An entry that was appended survives the end of this process, however it ends; one that was appended before a call of
 * {@link #sync} survives the loss of power too. A journal that has failed once takes nothing more: what follows could be lost
 * behind a gap.
 */
public interface Journal extends AutoCloseable {

    /** The longest entry, in bytes. */
    int MAX_ENTRY = 1 << 24;

    /**
     * Appends an entry behind all others.
     *
     * @param entry 0 to {@link #MAX_ENTRY} bytes; not kept
     * @return the entry's number, from 0
     * @throws IllegalArgumentException if it is too long
     * @throws JournalException if it cannot be written, or the journal is closed
     */
    long append(byte[] entry);

    /**
     * Returns when all that was appended before is safe from a loss of power.
     *
     * @throws JournalException if that cannot be had
     */
    void sync();

    /** Returns the number of entries. */
    long size();

    /**
     * Reads the entries that are there now, from the oldest.
     *
     * @param from the number of the first one to read
     * @param reader what gets them
     * @throws JournalException if they cannot be read
     */
    void read(long from, Reader reader);

    /** Ends the use of the journal. Closing again does nothing. */
    @Override
    void close();

    /** Gets entries. */
    @FunctionalInterface
    interface Reader {

        /**
         * Gets the next entry.
         *
         * @param number its number
         * @param entry its bytes; the reader's own
         */
        void entry(long number, byte[] entry);
    }
}
