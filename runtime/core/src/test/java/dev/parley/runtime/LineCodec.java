package dev.parley.runtime;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import dev.parley.runtime.transport.DecodedMessage;
import dev.parley.runtime.transport.MessageCodec;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One message a line, such as {@code add 1 2}; a line that begins with a star may be whatever the receiver expects. Knows int,
 * long and String.
 */
final class LineCodec implements MessageCodec<String> {

    private static final Set<String> TYPES = Set.of("int", "long", "java.lang.String");

    @Override
    public boolean supports(MessageLayout message) {
        return message.parameters().stream().map(Parameter::type).allMatch(TYPES::contains);
    }

    @Override
    public void encode(MessageLayout message, List<@Nullable Object> values, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder(message.label());
        values.forEach(value -> line.append(' ').append(value));
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String frame(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 && line.length() > 0) {
                throw new EOFException("the stream ends within '" + line + "'");
            }
            if (c < 0) {
                return null;
            }
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public DecodedMessage decode(String line, List<MessageLayout> expected) throws IOException {
        String[] words = line.split(" ", -1);
        for (MessageLayout message : expected) {
            if (message.label().equals(words[0]) || words[0].equals("*")) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < message.parameters().size(); i++) {
                    values.add(value(message.parameters().get(i).type(), words[i + 1]));
                }
                return new DecodedMessage(message, values);
            }
        }
        throw new IOException("'" + line + "' is none of " + expected);
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "int" -> Integer.parseInt(text);
            case "long" -> Long.parseLong(text);
            default -> text;
        };
    }
}
