package dev.parley.runtime.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A journal in a file, which one journal at a time may use.
 *
 * <p>When the process or the machine fails while an entry is being written, the file ends in a part of it. Opening cuts such a
 * torn tail off. Damage further in is refused instead: entries that were acknowledged would be lost. The two are told apart by what
 * lies behind the damage. Nothing whole: it is the tail. An entry that was written when the damaged place was safe already (each entry
 * says how far the file was synced): damage. An entry from before that: the writes of a machine that lost power may reach the disk in any
 * order, and none of them was acknowledged by {@link #sync}, so all are cut; but if the journal never was synced, appending was all
 * the acknowledgement there is, and it is damage again.
 */
public final class FileJournal implements Journal {

    private static final byte[] MAGIC = "PARLEYJ1".getBytes(StandardCharsets.US_ASCII);

    private final Path path;

    /** Not a channel: that closes itself when a thread is interrupted that uses it, as a role's may be. */
    private final RandomAccessFile file;

    private final FileLock lock;

    /** Held while the disk is waited for; other than the journal's own lock, so that appending goes on. */
    private final Object syncing = new Object();

    private long entries;
    private long end;
    private long safe;
    private @Nullable String broken;

    private FileJournal(Path path, RandomAccessFile file, FileLock lock) {
        this.path = path;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Opens a journal, making it if it is not there.
     *
     * @param path its file
     * @throws JournalException if the file is no journal, is damaged, is in use, or cannot be read or written
     */
    public static FileJournal open(Path path) {
        RandomAccessFile file = null;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
            FileJournal journal = new FileJournal(path, file, lock(path, file));
            journal.recover();
            return journal;
        } catch (IOException | RuntimeException e) {
            closeAfter(e, file);
            throw e instanceof JournalException told ? told : cannot("be opened", path, e);
        }
    }

    private static FileLock lock(Path path, RandomAccessFile file) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(path, e);
        }
        throw inUse(path, null);
    }

    private static JournalException inUse(Path path, @Nullable Throwable cause) {
        return new JournalException(
                "The journal " + path + " is in use. Close the other one first, or choose another file.", cause);
    }

    private static void closeAfter(Exception failure, @Nullable RandomAccessFile file) {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void recover() throws IOException {
        checkMagic();
        end = MAGIC.length;
        for (Frame frame = Frame.at(end, file); frame != null; frame = Frame.at(end, file)) {
            entries++;
            end += frame.size();
        }
        if (end < file.length()) {
            checkTorn();
            file.setLength(end);
        }
    }

    private void checkMagic() throws IOException {
        byte[] found = new byte[(int) Math.min(MAGIC.length, file.length())];
        file.readFully(found);
        if (!Arrays.equals(found, Arrays.copyOf(MAGIC, found.length))) {
            throw new JournalException(
                    "The file " + path + " is no journal: it does not begin with "
                            + new String(MAGIC, StandardCharsets.US_ASCII) + ". Choose another file.",
                    null);
        }
        if (found.length < MAGIC.length) {
            // New, or torn before its first entry.
            write(MAGIC, 0);
        }
    }

    /** Throws unless all from the end on was written in vain. */
    private void checkTorn() throws IOException {
        for (long at = end + Frame.ALIGNMENT; at < file.length(); at += Frame.ALIGNMENT) {
            Frame frame = Frame.at(at, file);
            if (frame != null && (frame.safe() == 0 || frame.safe() > end)) {
                throw new JournalException(
                        "The journal " + path + " is damaged: entry " + entries + ", at byte " + end
                                + ", cannot be read, but a later one, at byte " + at
                                + ", can. Take the file from a backup; cut off at byte " + end + ", it has the "
                                + entries + " entries before the damage.",
                        null);
            }
        }
    }

    @Override
    public synchronized long append(byte[] entry) {
        Frame.checkLength(entry);
        checkUsable();
        try {
            Frame frame = new Frame(safe, entry);
            write(frame.bytes(), end);
            end += frame.size();
            return entries++;
        } catch (IOException e) {
            throw fail("be written", e);
        }
    }

    private void write(byte[] bytes, long offset) throws IOException {
        file.seek(offset);
        file.write(bytes);
    }

    /** Of many threads that sync at a time, one does it for all that had appended by then. */
    @Override
    public void sync() {
        long wanted = end();
        synchronized (syncing) {
            long written = end();
            if (safe() >= wanted) {
                return;
            }
            try {
                file.getFD().sync();
            } catch (IOException e) {
                throw fail("be synced", e);
            }
            nowSafe(written);
        }
    }

    private synchronized long end() {
        checkUsable();
        return end;
    }

    private synchronized long safe() {
        return safe;
    }

    private synchronized void nowSafe(long offset) {
        safe = offset;
    }

    @Override
    public synchronized long size() {
        return entries;
    }

    @Override
    public void read(long from, Reader reader) {
        long until = end();
        try {
            long number = 0;
            for (long at = MAGIC.length; at < until; number++) {
                Frame frame = frameAt(at);
                if (frame == null) {
                    throw new JournalException(
                            "The journal " + path + " was damaged while it was open: entry " + number + ", at byte "
                                    + at + ", cannot be read. Take the file from a backup.",
                            null);
                }
                if (number >= from) {
                    reader.entry(number, frame.entry());
                }
                at += frame.size();
            }
        } catch (IOException e) {
            throw cannot("be read", path, e);
        }
    }

    private synchronized @Nullable Frame frameAt(long offset) throws IOException {
        checkUsable();
        return Frame.at(offset, file);
    }

    @Override
    public synchronized void close() {
        if (!lock.isValid()) {
            return;
        }
        broken = "is closed";
        try {
            lock.release();
            file.close();
        } catch (IOException e) {
            throw cannot("be closed", path, e);
        }
    }

    private void checkUsable() {
        if (broken != null) {
            throw new JournalException("The journal " + path + " " + broken + ".", null);
        }
    }

    private synchronized JournalException fail(String what, IOException cause) {
        JournalException failure = cannot(what, path, cause);
        broken = "takes nothing more since it could not " + what + ": " + cause.getMessage();
        return failure;
    }

    private static JournalException cannot(String what, Path path, Exception cause) {
        return new JournalException("The journal " + path + " cannot " + what + ": " + cause.getMessage() + ".", cause);
    }
}
