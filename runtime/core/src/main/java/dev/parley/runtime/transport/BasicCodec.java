package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes messages whose values are of the JDK's basic types: primitive ones and their boxes, {@code String}, {@code byte[]}, the numbers of
 * {@code java.math}, the values of {@code java.time}, {@code UUID} and {@code URI}; and, given what encodes those, seats. All but primitive ones
 * may be null. Safe for use by many threads.
 *
 * <p>A message is its length, its code and its values, each as {@link BasicType} writes it; numbers are big-endian.
 */
public final class BasicCodec implements MessageCodec<byte[]> {

    /** The longest message, in bytes. */
    public static final int MAX_LENGTH = 1 << 24;

    private final @Nullable SeatCodec seats;

    /** Creates a codec that knows no seats. */
    public BasicCodec() {
        this.seats = null;
    }

    /**
     * Creates a codec that knows seats, too.
     *
     * @param seats encodes them
     */
    public BasicCodec(SeatCodec seats) {
        this.seats = seats;
    }

    @Override
    public boolean supports(MessageLayout message) {
        return message.parameters().stream()
                .allMatch(each -> BasicType.supports(each.type()) || (seats != null && SeatCodec.isSeat(each)));
    }

    @Override
    public void encode(MessageLayout message, List<@Nullable Object> values, OutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeInt(message.code());
        for (int i = 0; i < values.size(); i++) {
            write(message.parameters().get(i), values.get(i), data);
        }
        if (body.size() > MAX_LENGTH) {
            throw new IOException(
                    "the message " + message + " takes " + body.size() + " bytes, and " + MAX_LENGTH + " are allowed");
        }
        new DataOutputStream(out).writeInt(body.size());
        body.writeTo(out);
    }

    @Override
    public byte @Nullable [] frame(InputStream in) throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        if (length.length == 0) {
            return null;
        }
        int size = new DataInputStream(new ByteArrayInputStream(length)).readInt();
        if (size < Integer.BYTES || size > MAX_LENGTH) {
            throw new IOException("a message of " + size + " bytes was announced, and " + Integer.BYTES + " to "
                    + MAX_LENGTH + " are allowed");
        }
        byte[] body = in.readNBytes(size);
        if (body.length < size) {
            throw new EOFException("the stream ends after " + body.length + " of a message's " + size + " bytes");
        }
        return body;
    }

    @Override
    public DecodedMessage decode(byte[] frame, List<MessageLayout> expected) throws IOException {
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(frame));
        int code = data.readInt();
        MessageLayout message = expected.stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow(() -> new IOException("message " + code + " came where one of " + expected + " may come"));
        List<@Nullable Object> values = new ArrayList<>();
        for (Parameter parameter : message.parameters()) {
            values.add(read(parameter, data));
        }
        if (data.available() > 0) {
            throw new IOException(data.available() + " bytes are left over behind " + message);
        }
        return new DecodedMessage(message, values);
    }

    private void write(Parameter parameter, @Nullable Object value, DataOutputStream data) throws IOException {
        if (seats != null && SeatCodec.isSeat(parameter)) {
            BasicType.TEXT.write(value == null ? null : seats.encode(value), data);
        } else {
            BasicType.named(parameter.type()).write(value, data);
        }
    }

    private @Nullable Object read(Parameter parameter, DataInputStream data) throws IOException {
        if (seats != null && SeatCodec.isSeat(parameter)) {
            String text = (String) BasicType.TEXT.read(data);
            return text == null ? null : seats.decode(text, parameter.type());
        }
        return BasicType.named(parameter.type()).read(data);
    }
}
