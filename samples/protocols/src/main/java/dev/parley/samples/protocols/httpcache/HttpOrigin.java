package dev.parley.samples.protocols.httpcache;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays {@link HttpCache.Origin} by asking a real server. */
final class HttpOrigin {

    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;

    /**
     * Creates the program.
     *
     * @param root where paths start
     */
    HttpOrigin(URI root) {
        this.root = root;
    }

    /**
     * Plays the role.
     *
     * @throws IOException if the server cannot be reached, or answers otherwise than the protocol knows
     */
    void serve(HttpCacheOrigin.Start start) throws IOException {
        HttpCacheOrigin.Start state = start;
        while (true) {
            HttpCacheOrigin.Start.Received received = state.receive();
            if (received instanceof HttpCacheOrigin.Get get) {
                state = answer(get, ask(request(get.path()).build()));
            } else if (received instanceof HttpCacheOrigin.GetIfNoneMatch get) {
                state = answer(
                        get,
                        ask(request(get.path())
                                .header("If-None-Match", get.tag())
                                .build()));
            } else {
                return; // bye
            }
        }
    }

    private static HttpCacheOrigin.Start answer(HttpCacheOrigin.Get get, HttpResponse<String> response)
            throws IOException {
        return switch (response.statusCode()) {
            case 200 -> get.ok(response.body(), tag(response), maxAge(response));
            case 404 -> get.notFound();
            default -> throw unknown(response);
        };
    }

    private static HttpCacheOrigin.Start answer(HttpCacheOrigin.GetIfNoneMatch get, HttpResponse<String> response)
            throws IOException {
        return switch (response.statusCode()) {
            case 200 -> get.ok(response.body(), tag(response), maxAge(response));
            case 304 -> get.notModified(maxAge(response));
            case 404 -> get.notFound();
            default -> throw unknown(response);
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path));
    }

    private HttpResponse<String> ask(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + request.uri(), e);
        }
    }

    private static IOException unknown(HttpResponse<String> response) {
        return new IOException(response.uri() + " answers with the status " + response.statusCode());
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElse("");
    }

    private static long maxAge(HttpResponse<String> response) {
        Matcher matcher =
                MAX_AGE.matcher(response.headers().firstValue("Cache-Control").orElse(""));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
