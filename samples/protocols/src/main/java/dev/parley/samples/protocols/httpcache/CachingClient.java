package dev.parley.samples.protocols.httpcache;

import com.sun.net.httpserver.HttpServer;
import dev.parley.runtime.RoleProgram;
import dev.parley.runtime.SessionOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gets pages through a cache, by {@link HttpCache}. */
public final class CachingClient {

    private CachingClient() {}

    /**
     * Gets pages, one after the other.
     *
     * @param options how the session is opened
     * @param paths where they are
     * @param cache what is kept from one session to the next
     * @param origin plays the origin
     * @return for each path where the page came from, and the page
     * @throws X if the origin does
     */
    static <X extends Exception> List<String> get(
            SessionOptions options, List<String> paths, PageCache cache, RoleProgram<HttpCacheOrigin.Start, X> origin)
            throws X {
        List<String> pages = new ArrayList<>();
        HttpCacheSession.run(options, cache::serve, client -> request(client, paths, pages), origin);
        return pages;
    }

    private static void request(HttpCacheClient.Requests start, List<String> paths, List<String> pages) {
        HttpCacheClient.Requests state = start;
        for (String path : paths) {
            HttpCacheClient.BeforeHit.Received answer = state.get(path).receive();
            if (answer instanceof HttpCacheClient.Hit hit) {
                pages.add("cache, " + hit.age() + " s old: " + hit.body());
                state = hit;
            } else if (answer instanceof HttpCacheClient.Page page) {
                pages.add("origin: " + page.body());
                state = page;
            } else {
                pages.add("nowhere");
                state = (HttpCacheClient.NotFound) answer;
            }
        }
        state.bye();
    }

    /**
     * Gets the pages of a real HTTP server on this machine, twice.
     *
     * @throws IOException if that fails
     */
    public static void main(String[] args) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] body = ("this is " + exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            boolean stale = exchange.getRequestURI().getPath().equals("/news");
            exchange.getResponseHeaders().add("Cache-Control", stale ? "max-age=0" : "max-age=60");
            boolean known = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : body.length);
            if (!known) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        try {
            URI root = URI.create("http://localhost:" + server.getAddress().getPort());
            get(
                            SessionOptions.defaults(),
                            List.of("/index", "/news", "/index", "/news"),
                            new PageCache(System::nanoTime),
                            new HttpOrigin(root)::serve)
                    .forEach(System.out::println);
            System.out.println(requests + " requests reached the server");
        } finally {
            server.stop(0);
        }
    }
}
