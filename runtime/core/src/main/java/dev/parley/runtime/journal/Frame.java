package dev.parley.runtime.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How an entry lies in a file: its length, a checksum of all the rest, how far the file was known to be safe when the entry was
 * written, and its bytes; then zeros up to a multiple of 8. Numbers are big-endian.
 *
 * @param safe the offset up to which the file had been synced since it was opened; 0 if it had not
 * @param entry the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // frames are written and read, never compared
record Frame(long safe, byte[] entry) {

    static final int ALIGNMENT = 8;
    static final int HEADER = 16;

    static void checkLength(byte[] entry) {
        if (entry.length > Journal.MAX_ENTRY) {
            throw new IllegalArgumentException("The entry has " + entry.length + " bytes; a journal takes "
                    + Journal.MAX_ENTRY + " at most. Keep large things elsewhere, and journal where.");
        }
    }

    /** Returns how many bytes the frame takes in a file. */
    int size() {
        return size(entry.length);
    }

    private static int size(int length) {
        return (HEADER + length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(size());
        bytes.putInt(entry.length).putInt(0).putLong(safe).put(entry);
        bytes.putInt(Integer.BYTES, checksum(entry.length, bytes));
        return bytes.array();
    }

    /**
     * Reads the frame at an offset.
     *
     * @return null if no whole frame lies there
     */
    static @Nullable Frame at(long offset, RandomAccessFile file) throws IOException {
        long room = file.length() - offset;
        if (room < HEADER) {
            return null;
        }
        file.seek(offset);
        int length = file.readInt();
        if (length < 0 || length > Journal.MAX_ENTRY || room < size(length)) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + length);
        file.readFully(bytes.array(), Integer.BYTES, HEADER + length - Integer.BYTES);
        if (bytes.getInt(Integer.BYTES) != checksum(length, bytes)) {
            return null;
        }
        byte[] entry = new byte[length];
        bytes.get(HEADER, entry);
        return new Frame(bytes.getLong(2 * Integer.BYTES), entry);
    }

    /** The checksum covers the length, so that zeros are no frame, and the zeros behind the entry are none of its business. */
    private static int checksum(int length, ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(length >>> 24);
        checksum.update(length >>> 16);
        checksum.update(length >>> 8);
        checksum.update(length);
        checksum.update(bytes.slice(2 * Integer.BYTES, Long.BYTES + length));
        return (int) checksum.getValue();
    }
}
