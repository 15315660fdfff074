package dev.parley.samples.smtp;

import java.util.List;

/**
 * What a server answers (RFC 5321, section 4.2).
 *
 * @param code three digits; the first says whether it is good
 * @param lines text for people or, after EHLO, extensions; one line or more
 */
public record Reply(int code, List<String> lines) {

    /** Copies the lines. */
    public Reply {
        lines = List.copyOf(lines);
    }

    /** Returns the kind of the reply, the code's first digit: 2 is done, 3 is go on, 4 is not now, and 5 is no. */
    public int kind() {
        return code / 100;
    }

    @Override
    public String toString() {
        return code + " " + String.join(" / ", lines);
    }
}
