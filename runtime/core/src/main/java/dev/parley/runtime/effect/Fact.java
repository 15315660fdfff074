package dev.parley.runtime.effect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that happened, as a journal keeps it.
 *
 * @param name what the guard calls it
 * @param receipts what was paid for it, by whom, in which session: one receipt for each receiver of the message
 */
public record Fact(String name, List<Receipt> receipts) {

    /** Copies the receipts. */
    public Fact {
        receipts = List.copyOf(receipts);
    }

    /** Returns it as a journal's entry. */
    public byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(name);
            out.writeInt(receipts.size());
            for (Receipt receipt : receipts) {
                write(receipt, out);
            }
        } catch (IOException e) {
            // The stream is in memory: a text has more than 65,535 bytes.
            throw new UncheckedIOException("The fact " + name + " cannot be encoded.", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Receipt receipt, DataOutputStream out) throws IOException {
        out.writeUTF(receipt.session());
        out.writeUTF(receipt.flow().from());
        out.writeUTF(receipt.flow().to());
        out.writeLong(receipt.epoch());
        out.writeLong(receipt.cost());
        out.writeLong(receipt.nonce());
        out.writeUTF(receipt.previous());
    }

    /**
     * Returns what an entry says.
     *
     * @param entry what {@link #encode} returned
     * @throws IllegalArgumentException if it is something else
     */
    public static Fact decode(byte[] entry) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry))) {
            String name = in.readUTF();
            List<Receipt> receipts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                receipts.add(read(in));
            }
            if (in.read() >= 0) {
                throw new IllegalArgumentException("The entry of " + entry.length + " bytes is longer than a fact.");
            }
            return new Fact(name, receipts);
        } catch (IOException e) {
            throw new IllegalArgumentException("The entry of " + entry.length + " bytes is no fact.", e);
        }
    }

    private static Receipt read(DataInputStream in) throws IOException {
        String session = in.readUTF();
        Flow flow = new Flow(in.readUTF(), in.readUTF());
        return new Receipt(session, flow, in.readLong(), in.readLong(), in.readLong(), in.readUTF());
    }
}
