package dev.parley.testing;

import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import java.util.OptionalInt;

/** A journal that takes some entries and no more. */
final class FailingJournal implements Journal {

    private final Journal journal;
    private int left;

    private FailingJournal(Journal journal, int taken) {
        this.journal = journal;
        this.left = taken;
    }

    /** Returns a journal that takes a number of entries and no more, or the journal itself where none is given. */
    static Journal of(Journal journal, OptionalInt taken) {
        return taken.isPresent() ? new FailingJournal(journal, taken.getAsInt()) : journal;
    }

    @Override
    public synchronized long append(byte[] entry) {
        if (left == 0) {
            throw new JournalException("The simulation lets the journal fail here.", null);
        }
        left--;
        return journal.append(entry);
    }

    @Override
    public void sync() {
        journal.sync();
    }

    @Override
    public long size() {
        return journal.size();
    }

    @Override
    public void read(long from, Reader reader) {
        journal.read(from, reader);
    }

    @Override
    public void close() {
        journal.close();
    }
}
