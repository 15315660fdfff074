package dev.parley.maven.report;

import java.net.URI;
import java.net.URISyntaxException;

/** Names of files as parts of web addresses. */
final class UrlText {

    private UrlText() {}

    /** Returns the name with all that has a meaning of its own in an address encoded. */
    static String encoded(String name) {
        try {
            return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
