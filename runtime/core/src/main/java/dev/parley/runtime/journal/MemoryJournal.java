package dev.parley.runtime.journal;

import java.util.ArrayList;
import java.util.List;

/** A journal that lives as long as this process: for tests, simulation, and sessions that need facts but not durability. */
public final class MemoryJournal implements Journal {

    private final List<byte[]> entries = new ArrayList<>();
    private boolean closed;

    /** Creates an empty journal. */
    public MemoryJournal() {}

    @Override
    public synchronized long append(byte[] entry) {
        Frame.checkLength(entry);
        checkOpen();
        entries.add(entry.clone());
        return entries.size() - 1L;
    }

    /** Does nothing: memory does not outlive a loss of power. */
    @Override
    public synchronized void sync() {
        checkOpen();
    }

    @Override
    public synchronized long size() {
        return entries.size();
    }

    @Override
    public void read(long from, Reader reader) {
        List<byte[]> now;
        synchronized (this) {
            now = List.copyOf(entries);
        }
        for (int i = Math.toIntExact(from); i < now.size(); i++) {
            reader.entry(i, now.get(i).clone());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new JournalException("The journal in memory is closed.", null);
        }
    }
}
