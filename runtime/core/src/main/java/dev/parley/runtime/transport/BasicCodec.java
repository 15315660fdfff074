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
 * {@code java.math}, the values of {@code java.time}, {@code UUID} and {@code URI}; and of what is made of them: enums, records, {@code List},
 * {@code Set}, {@code Map}, {@code Collection}, {@code Optional} and arrays; and, given what encodes those, seats. All but primitive ones may be null.
 * Safe for use by many threads.
 *
 * <p>A message is its length, the {@linkplain #FORM form}, its code and its values; numbers are big-endian. The types are those that the protocol
 * declares: nothing in a message names a class, and what it announces is never taken for granted. Whatever is no message is refused by an
 * {@link IOException}. The form is described in the guide to remote roles.
 *
 * <p>Classes are found by the context class loader of the thread that first has to do with the type, the one that opens the session. Those of
 * records have to be open to this module, unless they are public in an exported package.
 */
public final class BasicCodec implements MessageCodec<byte[]> {

    /** The longest message, in bytes. */
    public static final int MAX_LENGTH = 1 << 24;

    /** How many values a message may have at most, with those within others. */
    public static final int MAX_VALUES = 1 << 20;

    /** How deep values may be nested in others. */
    public static final int MAX_DEPTH = 128;

    /** The number of the form in which messages are written. A message in another form is refused. */
    public static final int FORM = 1;

    /** The form and the code. */
    private static final int HEAD = Byte.BYTES + Integer.BYTES;

    private final ValueTypes types = new ValueTypes();
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
        return message.parameters().stream().allMatch(each -> isSeat(each) || isKnown(each.type()));
    }

    private boolean isSeat(Parameter parameter) {
        return seats != null && SeatCodec.isSeat(parameter);
    }

    private boolean isKnown(String type) {
        try {
            types.named(type);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void encode(MessageLayout message, List<@Nullable Object> values, OutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ValueOutput data = new ValueOutput(body);
        data.writeByte(FORM);
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
        if (size < HEAD || size > MAX_LENGTH) {
            throw new IOException("a message of " + size + " bytes was announced, and " + HEAD + " to " + MAX_LENGTH
                    + " are allowed");
        }
        byte[] body = in.readNBytes(size);
        if (body.length < size) {
            throw new EOFException("the stream ends after " + body.length + " of a message's " + size + " bytes");
        }
        return body;
    }

    @Override
    public DecodedMessage decode(byte[] frame, List<MessageLayout> expected) throws IOException {
        ValueInput data = new ValueInput(frame);
        int form = data.readByte();
        if (form != FORM) {
            throw new IOException("a message came in the form " + form + ", and this codec reads the form " + FORM);
        }
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

    private void write(Parameter parameter, @Nullable Object value, ValueOutput data) throws IOException {
        if (seats != null && SeatCodec.isSeat(parameter)) {
            BasicTypes.TEXT.write(value == null ? null : seats.encode(value), data);
        } else {
            types.named(parameter.type()).write(value, data);
        }
    }

    private @Nullable Object read(Parameter parameter, ValueInput data) throws IOException {
        if (seats != null && SeatCodec.isSeat(parameter)) {
            String text = (String) BasicTypes.TEXT.read(data);
            return text == null ? null : seats.decode(text, parameter.type());
        }
        return types.named(parameter.type()).read(data);
    }
}
