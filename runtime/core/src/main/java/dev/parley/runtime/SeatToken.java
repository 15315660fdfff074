package dev.parley.runtime;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A seat as text. It is a URI such as
 *
 * <pre>parley-seat://127.0.0.1:4711/1/17/kq3…/math.Calculator/5c1f…/Client/0/Calculator-3</pre>
 *
 * with the version of this form, the ticket's number and secret, what is played in which version, who goes on in which state, and
 * the session's id.
 *
 * @param home where the process listens in which the session is
 * @param number the ticket's number there
 * @param secret what proves that one was given the ticket
 * @param protocol the qualified name of the protocol
 * @param version its version
 * @param role the role's name
 * @param state the number of the state that the role goes on in
 * @param session the session's id
 */
record SeatToken(
        InetSocketAddress home,
        long number,
        String secret,
        String protocol,
        String version,
        String role,
        int state,
        String session) {

    private static final String SCHEME = "parley-seat";
    private static final String FORM = "1";

    /** The longest text, in characters. */
    static final int MAX_LENGTH = 10_000;

    /**
     * Reads a text.
     *
     * @throws IOException if it is none of a seat
     */
    static SeatToken parse(String text) throws IOException {
        if (text.length() > MAX_LENGTH) {
            throw new IOException("a text of " + text.length() + " characters is too long for a seat");
        }
        try {
            URI uri = new URI(text);
            String[] parts = String.valueOf(uri.getRawPath()).split("/", -1);
            if (!SCHEME.equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 0 || parts.length != 9) {
                throw new IOException("this is not the text of a seat");
            }
            if (!parts[1].equals(FORM)) {
                throw new IOException("this is the text of a seat in form " + parts[1] + ", and only form " + FORM
                        + " can be read here");
            }
            String host = uri.getHost().replaceAll("^\\[|]$", "");
            return new SeatToken(
                    InetSocketAddress.createUnresolved(host, uri.getPort()),
                    Long.parseLong(parts[2]),
                    parts[3],
                    decode(parts[4]),
                    parts[5],
                    decode(parts[6]),
                    Integer.parseInt(parts[7]),
                    decode(parts[8]));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("this is not the text of a seat", e); // which is secret, so it is not repeated
        }
    }

    /** Returns which seat it is, for messages to users. */
    String describe() {
        return "the seat of " + role + " in session " + session + " at " + home.getHostString() + ":" + home.getPort();
    }

    /** Returns the text. It is a secret. */
    String text() {
        String host = home.getHostString();
        return SCHEME + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + home.getPort() + "/"
                + Stream.of(FORM, number, secret, protocol, version, role, state, session)
                        .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("/"));
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return describe();
    }
}
