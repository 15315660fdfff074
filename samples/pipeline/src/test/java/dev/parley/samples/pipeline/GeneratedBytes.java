package dev.parley.samples.pipeline;

import java.io.InputStream;
import java.util.zip.CRC32C;

/** So many bytes out of nothing, no two chunks the same. */
final class GeneratedBytes extends InputStream {

    private final Runnable onRead;
    private final CRC32C checksum = new CRC32C();
    private long left;

    /** Creates a stream of so many bytes that tells when a chunk is read. */
    GeneratedBytes(long size, Runnable onRead) {
        this.left = size;
        this.onRead = onRead;
    }

    /** Returns the checksum of what was read. */
    long checksum() {
        return checksum.getValue();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        int read = (int) Math.min(length, left);
        for (int i = 0; i < read; i += 512) {
            bytes[offset + i] = (byte) (left >>> (i >> 9));
        }
        left -= read;
        checksum.update(bytes, offset, read);
        onRead.run();
        return read;
    }
}
