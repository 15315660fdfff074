package dev.parley.samples.smtp;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mail: an envelope, which the server reads, and a content, which it does not.
 *
 * @param sender the address that is told of failures; empty for none
 * @param recipients the addresses to deliver to, one or more
 * @param content headers, an empty line and the body in ASCII, as RFC 5322 has it; lines end with any line break. {@link #text} writes
 *     one with any characters
 */
public record Mail(String sender, List<String> recipients, String content) {

    /** So many bytes take 60 characters in base 64: an encoded word may have 75, twelve of them around these. */
    private static final int WORD_BYTES = 45;

    /**
     * Copies the recipients.
     *
     * @throws IllegalArgumentException if there is no recipient, or something cannot be sent by SMTP
     */
    public Mail {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("A mail needs a recipient.");
        }
        Stream.concat(Stream.of(sender), recipients.stream()).forEach(Mail::checkAddress);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(content)) {
            throw new IllegalArgumentException(
                    "The content is not in ASCII. Encode it as MIME says, or use Mail.text().");
        }
    }

    /**
     * Returns a mail with one text, both subject and text in any characters.
     *
     * @param sender the sender's address
     * @param recipients the recipients' addresses
     * @param subject the subject, in one line
     * @param text the body
     * @throws IllegalArgumentException if there is no recipient, or an address cannot be sent by SMTP
     */
    public static Mail text(String sender, List<String> recipients, String subject, String text) {
        String lines = String.join("\r\n", text.lines().toList()) + "\r\n";
        String content = String.join(
                "\r\n",
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)),
                "From: <" + sender + ">",
                "To: <" + String.join(">,\r\n <", recipients) + ">",
                "Subject: " + String.join("\r\n ", encodedWords(subject)),
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_8)),
                "");
        return new Mail(sender, recipients, content);
    }

    /** Encodes a header's text (RFC 2047, section 2); each word by itself is whole characters. */
    private static List<String> encodedWords(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (bytes(word + Character.toString(character)).length > WORD_BYTES) {
                words.add(encodedWord(word));
                word.setLength(0);
            }
            word.appendCodePoint(character);
        });
        words.add(encodedWord(word));
        return words;
    }

    private static String encodedWord(CharSequence word) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What would end the address, or the command that it is sent in, could make the server do what nobody has asked for. */
    private static void checkAddress(String address) {
        if (!address.matches("[!-~&&[^<>]]*")) {
            throw new IllegalArgumentException(
                    "'" + address
                            + "' cannot be sent as an address: it has a blank, a line break, an angle bracket, or a character that is not ASCII.");
        }
    }
}
