package dev.parley.samples.smtp;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.transport.DecodedMessage;
import dev.parley.runtime.transport.MessageCodec;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The messages of {@link Smtp} as they are written on the wire, for the client's side.
 *
 * <p>A reply does not say which message it is: 250 accepts a sender, a recipient or a mail. What the client's state allows decides that
 * together with the code's first digit, as RFC 5321 wants it (section 4.2.1).
 */
public final class SmtpCodec implements MessageCodec<Reply> {

    private static final Map<String, String> COMMANDS = Map.of(
            "ehlo", "EHLO %s",
            "helo", "HELO %s",
            "mail", "MAIL FROM:<%s>",
            "recipient", "RCPT TO:<%s>",
            "data", "DATA",
            "reset", "RSET",
            "quit", "QUIT");
    private static final Pattern REPLY_LINE = Pattern.compile("(?<code>[2-5]\\d\\d)(?:(?<more>-)| |$)(?<text>.*)");
    private static final int SERVICE_NOT_AVAILABLE = 421;
    /** Bytes; far more than any server needs, and little enough for any client. */
    private static final int MAX_REPLY = 65_536;

    /** Creates a codec. It has no state. */
    public SmtpCodec() {}

    @Override
    public boolean supports(MessageLayout message) {
        return COMMANDS.containsKey(message.label())
                || message.label().equals("content")
                || message.parameters().stream().anyMatch(each -> each.type().equals(Reply.class.getName()));
    }

    @Override
    public void encode(MessageLayout message, List<@Nullable Object> values, OutputStream out) throws IOException {
        String command = COMMANDS.get(message.label());
        if (command != null) {
            writeLine(command.formatted(values.toArray()), out);
        } else if (message.label().equals("content")) {
            writeContent(String.valueOf(values.get(0)), out);
        } else {
            throw new IOException("This is the codec of clients; it cannot send " + message);
        }
    }

    /**
     * Writes the content so that its end is where the client says (RFC 5321, section 4.5.2). Any line break becomes the one that SMTP knows:
     * servers that take others for it could be made to see an end where none is.
     */
    private static void writeContent(String content, OutputStream out) throws IOException {
        for (String line : content.lines().toList()) {
            writeLine(line.startsWith(".") ? "." + line : line, out);
        }
        writeLine(".", out);
    }

    private static void writeLine(String line, OutputStream out) throws IOException {
        if (!line.chars().allMatch(c -> c < 0x80 && c != '\r' && c != '\n')) {
            throw new IOException("SMTP sends lines of ASCII, and this is none: " + line);
        }
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public @Nullable Reply frame(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        int left = MAX_REPLY;
        while (true) {
            String line = readLine(in, left);
            if (line == null && lines.isEmpty()) {
                return null;
            }
            if (line == null) {
                throw new EOFException("The server hung up in the middle of a reply, after: " + lines);
            }
            Matcher parts = REPLY_LINE.matcher(line);
            if (!parts.matches()) {
                throw new IOException("The server's answer is no reply of SMTP: " + abbreviated(line));
            }
            left -= line.length();
            lines.add(parts.group("text"));
            if (parts.group("more") == null) {
                return new Reply(Integer.parseInt(parts.group("code")), lines);
            }
        }
    }

    private static @Nullable String readLine(InputStream in, int limit) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n' && next >= 0) {
            line.append((char) next);
            if (line.length() > limit) {
                throw new IOException("The server's answer does not end: " + abbreviated(line.toString()));
            }
            next = in.read();
        }
        if (next < 0) {
            if (line.isEmpty()) {
                return null;
            }
            throw new EOFException("The server hung up in the middle of a line: " + abbreviated(line.toString()));
        }
        return line.toString().stripTrailing();
    }

    @Override
    public DecodedMessage decode(Reply reply, List<MessageLayout> expected) throws IOException {
        if (reply.code() == SERVICE_NOT_AVAILABLE) {
            throw new IOException("The server closes the connection: " + reply);
        }
        for (MessageLayout message : expected) {
            if (kinds(message).contains(reply.kind())) {
                return DecodedMessage.of(message, reply);
            }
        }
        throw new IOException("The server answered '" + reply + "' where one of these is due: "
                + expected.stream().map(SmtpCodec::codes).collect(Collectors.joining(", ")));
    }

    /** Returns the first digits of the replies that mean a message. */
    private static List<Integer> kinds(MessageLayout message) {
        return switch (message.label()) {
            case "goAhead" -> List.of(3);
            case "refused" -> List.of(4, 5);
            default -> List.of(2);
        };
    }

    private static String codes(MessageLayout message) {
        return kinds(message).stream()
                .map(kind -> kind + "yz")
                .collect(Collectors.joining(" or ", message.label() + " (", ")"));
    }

    private static String abbreviated(String line) {
        return line.length() > 80 ? line.substring(0, 80) + "..." : line;
    }
}
