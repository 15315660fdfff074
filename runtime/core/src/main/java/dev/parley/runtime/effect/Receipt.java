package dev.parley.runtime.effect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Proof that a message was paid for. The receipts of one flow form a chain: each holds the hash of the one before, so that none can be
 * left out, repeated or changed unseen.
 *
 * @param session the session's id
 * @param flow who paid for sending to whom
 * @param epoch the budget's epoch
 * @param cost what was charged
 * @param nonce the receipt's number in its chain, from 0
 * @param previous the hash of the receipt before; {@link #NONE} for the first
 */
public record Receipt(String session, Flow flow, long epoch, long cost, long nonce, String previous) {

    /** What the first receipt of a chain follows. */
    public static final String NONE = "";

    /** Returns the SHA-256 of all that it says, in hexadecimal digits. Equal receipts have equal hashes on all machines. */
    public String hash() {
        MessageDigest digest = sha256();
        for (String text : new String[] {session, flow.from(), flow.to(), previous}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            // With its length, so that no two receipts run together to the same bytes.
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(epoch)
                .putLong(cost)
                .putLong(nonce)
                .array());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
