package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.transport.DecodedMessage;
import dev.parley.runtime.transport.MessageCodec;
import dev.parley.runtime.transport.SeatCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payload of messages as a journal keeps it. What is between a role and its parties has none, and is no codec's affair. Safe for
 * use by many threads, which a codec need not be.
 *
 * @param protocol whose messages they are
 * @param codec how it is encoded
 */
record Payloads<F>(ProtocolSpec protocol, MessageCodec<F> codec) {

    private static final byte[] NOTHING = {};

    /**
     * Checks that all messages of a protocol can be encoded.
     *
     * @throws IllegalArgumentException if one of them cannot
     */
    void check() {
        for (Edge edge : protocol.edges()) {
            if (protocol.isInternal(edge)) {
                continue;
            }
            for (MessageLayout message : edge.messages()) {
                problem(message).ifPresent(problem -> {
                    throw new IllegalArgumentException("The message " + message + " of " + protocol + ", "
                            + protocol.describe(edge) + ", cannot be journaled: " + problem + ".");
                });
            }
        }
    }

    private Optional<String> problem(MessageLayout message) {
        if (message.parameters().stream().anyMatch(SeatCodec::isSeat)) {
            return Optional.of("it hands over a seat, which is good for one use, and gone with its process");
        }
        return codec.supports(message)
                ? Optional.empty()
                : Optional.of(codec.getClass().getName() + " does not support it. Give journal() a codec that does");
    }

    byte[] encode(Edge edge, MessageLayout message, List<@Nullable Object> values) throws IOException {
        if (protocol.isInternal(edge)) {
            return NOTHING;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        synchronized (codec) {
            codec.encode(message, values, bytes);
        }
        return bytes.toByteArray();
    }

    DecodedMessage decode(Edge edge, MessageLayout message, byte[] bytes) throws IOException {
        if (protocol.isInternal(edge)) {
            return new DecodedMessage(message, List.of());
        }
        synchronized (codec) {
            F frame = codec.frame(new ByteArrayInputStream(bytes));
            if (frame == null) {
                throw new EOFException("the codec finds nothing in " + bytes.length + " bytes");
            }
            return codec.decode(frame, List.of(message));
        }
    }
}
