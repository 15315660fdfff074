package dev.parley.samples.pipeline;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32C;

/** Takes in bytes, from when a latch opens, and keeps only what they add up to. */
final class DigestedBytes extends OutputStream {

    private final CountDownLatch open;
    private final CRC32C checksum = new CRC32C();
    private final MessageDigest sha256;

    DigestedBytes(CountDownLatch open) throws NoSuchAlgorithmException {
        this.open = open;
        this.sha256 = MessageDigest.getInstance("SHA-256");
    }

    long checksum() {
        return checksum.getValue();
    }

    /** Returns the digest in hexadecimal digits. To be called once. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException().initCause(e);
        }
        checksum.update(bytes, offset, length);
        sha256.update(bytes, offset, length);
    }
}
