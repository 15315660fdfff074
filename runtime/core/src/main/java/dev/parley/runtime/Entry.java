package dev.parley.runtime;

import dev.parley.runtime.journal.JournalException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a durable session writes to its journal: first what it is, then all that happens in it. */
sealed interface Entry {

    /** Distinguishes a session from all else that a journal may hold, and this format from later ones. */
    int FORMAT = 0x50_53_00_01;

    /**
     * The session begins.
     *
     * @param session which it is
     */
    record Opened(JournaledSession session) implements Entry {}

    /**
     * A message is sent.
     *
     * @param lost whether its edge has lost it at once
     * @param edge the number of its edge
     * @param message its code
     * @param payload its values, encoded
     */
    @SuppressWarnings("ArrayRecordComponent") // entries are written and read, never compared
    record Sent(boolean lost, int edge, int message, byte[] payload) implements Entry {}

    /**
     * A message is consumed, and with it all before it on its edge.
     *
     * @param edge the number of its edge
     * @param number its number among those sent on the edge, from 1
     */
    record Received(int edge, long number) implements Entry {}

    /**
     * A role has reached an end of the protocol.
     *
     * @param role its number
     */
    record Finished(int role) implements Entry {}

    /**
     * The session is cancelled.
     *
     * @param reason why
     */
    record Cancelled(String reason) implements Entry {}

    /** Returns its bytes. */
    default byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text is longer than 65,535 bytes: the stream is in memory
        }
        return bytes.toByteArray();
    }

    private void write(DataOutputStream out) throws IOException {
        if (this instanceof Opened opened) {
            out.writeByte('O');
            out.writeInt(FORMAT);
            out.writeUTF(opened.session.id());
            out.writeUTF(opened.session.protocol());
            out.writeUTF(opened.session.version());
        } else if (this instanceof Sent sent) {
            out.writeByte(sent.lost ? 'L' : 'S');
            out.writeInt(sent.edge);
            out.writeInt(sent.message);
            out.write(sent.payload);
        } else if (this instanceof Received received) {
            out.writeByte('R');
            out.writeInt(received.edge);
            out.writeLong(received.number);
        } else if (this instanceof Finished finished) {
            out.writeByte('F');
            out.writeInt(finished.role);
        } else if (this instanceof Cancelled cancelled) {
            out.writeByte('C');
            out.write(cancelled.reason.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Reads an entry.
     *
     * @throws IOException if it is none
     */
    static Entry decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'O' -> {
                if (in.readInt() != FORMAT) {
                    throw new IOException("it is written in another format than this version of Parley knows");
                }
                yield new Opened(new JournaledSession(in.readUTF(), in.readUTF(), in.readUTF()));
            }
            case 'L', 'S' -> new Sent(kind == 'L', in.readInt(), in.readInt(), in.readAllBytes());
            case 'R' -> new Received(in.readInt(), in.readLong());
            case 'F' -> new Finished(in.readInt());
            case 'C' -> new Cancelled(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            default -> throw new IOException("it is of the unknown kind " + kind);
        };
    }

    /**
     * Reads the first entry of a journal.
     *
     * @throws JournalException if it does not begin a session
     */
    static JournaledSession first(byte[] bytes) {
        try {
            if (decode(bytes) instanceof Opened opened) {
                return opened.session;
            }
            throw new IOException("it does not say which session begins");
        } catch (IOException e) {
            throw new JournalException(
                    "The journal holds no session: its first entry cannot be understood, as " + e.getMessage()
                            + ". Give each durable session a journal of its own, for nothing else.",
                    e);
        }
    }
}
