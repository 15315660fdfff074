package shop;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.transport.DecodedMessage;
import dev.parley.runtime.transport.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How the messages of a sale are written: a line each, its label and its text. */
public final class LineCodec implements MessageCodec<String> {

    @Override
    public boolean supports(MessageLayout message) {
        return message.parameters().size() <= 1;
    }

    @Override
    public void encode(MessageLayout message, List<Object> values, OutputStream out) throws IOException {
        String line = values.isEmpty() ? message.label() : message.label() + " " + values.get(0);
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String frame(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public DecodedMessage decode(String line, List<MessageLayout> expected) throws IOException {
        String[] words = line.split(" ", 2);
        for (MessageLayout message : expected) {
            if (message.label().equals(words[0])) {
                return words.length == 1 ? DecodedMessage.of(message) : DecodedMessage.of(message, words[1]);
            }
        }
        throw new IOException("'" + line + "' is none of " + expected);
    }
}
