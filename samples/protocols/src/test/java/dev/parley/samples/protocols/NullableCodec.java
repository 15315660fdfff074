package dev.parley.samples.protocols;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import dev.parley.runtime.transport.BasicCodec;
import dev.parley.runtime.transport.DecodedMessage;
import dev.parley.runtime.transport.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes messages of basic types; values of other types have to be null. */
final class NullableCodec implements MessageCodec<byte[]> {

    private final BasicCodec basic = new BasicCodec();

    @Override
    public boolean supports(MessageLayout message) {
        return true;
    }

    @Override
    public void encode(MessageLayout message, List<@Nullable Object> values, OutputStream out) throws IOException {
        basic.encode(simple(message), values, out);
    }

    @Override
    public byte @Nullable [] frame(InputStream in) throws IOException {
        return basic.frame(in);
    }

    @Override
    public DecodedMessage decode(byte[] frame, List<MessageLayout> expected) throws IOException {
        DecodedMessage decoded =
                basic.decode(frame, expected.stream().map(this::simple).toList());
        return new DecodedMessage(
                expected.stream()
                        .filter(each -> each.code() == decoded.message().code())
                        .findFirst()
                        .orElseThrow(),
                decoded.values());
    }

    /** Takes all types that are not basic for text. */
    private MessageLayout simple(MessageLayout message) {
        return basic.supports(message)
                ? message
                : new MessageLayout(
                        message.code(),
                        message.label(),
                        message.parameters().stream()
                                .map(each -> each.place() instanceof MessageLayout.Place.Reference
                                        ? new Parameter(each.name(), "java.lang.String", each.place())
                                        : each)
                                .toList());
    }
}
