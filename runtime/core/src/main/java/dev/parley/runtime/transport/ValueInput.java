package dev.parley.runtime.transport;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** Where the values of a message are read from. */
final class ValueInput extends DataInputStream {

    private final Limits limits = new Limits();

    ValueInput(byte[] message) {
        super(new ByteArrayInputStream(message));
    }

    Limits limits() {
        return limits;
    }

    /** Reads whether there is a value. */
    boolean readFlag() throws IOException {
        int flag = readByte();
        if (flag != 0 && flag != 1) {
            throw new IOException("a flag is " + flag + ", which is neither 0 nor 1");
        }
        return flag == 1;
    }

    /**
     * Reads a length, and makes sure that so much can follow.
     *
     * @param unit how many bytes each element takes at least
     */
    int readLength(int unit) throws IOException {
        int length = readInt();
        if (length < 0 || length > available() / unit) {
            throw new IOException(
                    "a value of length " + length + " was announced, and " + available() + " bytes are left");
        }
        return length;
    }

    /**
     * Reads how many values follow, and makes sure that so many can and may.
     *
     * @param unit how many bytes each takes at least
     */
    int readCount(int unit) throws IOException {
        int count = readLength(unit);
        limits.announce(count);
        return count;
    }
}
