package dev.parley.samples.protocols.httpcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachingClientTest {

    private static final long FRESH = 60;

    private final AtomicLong clock = new AtomicLong();
    private final PageCache cache = new PageCache(clock::get);
    private final List<String> requests = new ArrayList<>();
    private int version = 1;

    /** Has one page, in versions; everything else is not found. */
    private void origin(HttpCacheOrigin.Start start) {
        HttpCacheOrigin.Start state = start;
        while (true) {
            HttpCacheOrigin.Start.Received received = state.receive();
            if (received instanceof HttpCacheOrigin.Get get) {
                requests.add("get " + get.path());
                state = version > 0 && get.path().equals("/page")
                        ? get.ok("version " + version, "v" + version, FRESH)
                        : get.notFound();
            } else if (received instanceof HttpCacheOrigin.GetIfNoneMatch get) {
                requests.add("get " + get.path() + " unless " + get.tag());
                state = version == 0
                        ? get.notFound()
                        : get.tag().equals("v" + version)
                                ? get.notModified(FRESH)
                                : get.ok("version " + version, "v" + version, FRESH);
            } else {
                return;
            }
        }
    }

    private List<String> get(String... paths) {
        return CachingClient.<RuntimeException>get(SessionOptions.defaults(), List.of(paths), cache, this::origin);
    }

    private void pass(long seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void asksOnceForWhatIsFresh() {
        assertThat(get("/page", "/page")).containsExactly("origin: version 1", "cache, 0 s old: version 1");
        pass(FRESH - 1);
        version = 2;
        assertThat(get("/page")).containsExactly("cache, 59 s old: version 1");
        assertThat(requests).containsExactly("get /page");
    }

    @Test
    void asksWhetherWhatItHasIsStillGood() {
        assertThat(get("/page")).containsExactly("origin: version 1");
        pass(FRESH);
        assertThat(get("/page", "/page")).containsExactly("origin: version 1", "cache, 0 s old: version 1");
        pass(FRESH);
        version = 2;
        assertThat(get("/page", "/page")).containsExactly("origin: version 2", "cache, 0 s old: version 2");
        assertThat(requests).containsExactly("get /page", "get /page unless v1", "get /page unless v1");
    }

    @Test
    void forgetsWhatIsGone() {
        assertThat(get("/page", "/other")).containsExactly("origin: version 1", "nowhere");
        pass(FRESH);
        version = 0;
        assertThat(get("/page", "/page")).containsExactly("nowhere", "nowhere");
        assertThat(requests).containsExactly("get /page", "get /other", "get /page unless v1", "get /page");
    }

    @Test
    void worksWithARealServer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean known = "\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            int status = path.equals("/broken") ? 500 : path.equals("/none") ? 404 : known ? 304 : 200;
            byte[] body = path.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("ETag", "\"7\"");
            exchange.getResponseHeaders().add("Cache-Control", "public, max-age=60");
            exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
            if (status == 200) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        try {
            HttpOrigin origin = new HttpOrigin(
                    URI.create("http://localhost:" + server.getAddress().getPort()));
            assertThat(CachingClient.get(SessionOptions.defaults(), List.of("/a", "/a", "/none"), cache, origin::serve))
                    .containsExactly("origin: /a", "cache, 0 s old: /a", "nowhere");
            pass(FRESH);
            assertThat(CachingClient.get(SessionOptions.defaults(), List.of("/a"), cache, origin::serve))
                    .containsExactly("origin: /a");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() ->
                            CachingClient.get(SessionOptions.defaults(), List.of("/broken"), cache, origin::serve))
                    .withMessageContaining("status 500");
        } finally {
            server.stop(0);
        }
    }

    /** The cache's clock is that of the simulation, in which every message takes a while. */
    @SimulationTest
    void neverGivesWhatIsNotFresh(Simulation simulation) {
        simulation.delay(Duration.ofSeconds(20));
        PageCache slow = new PageCache(() -> simulation.elapsed().toNanos());

        List<String> pages = CachingClient.<RuntimeException>get(
                simulation.options(), List.of("/page", "/page", "/page", "/page"), slow, this::origin);

        assertThat(pages).hasSize(4).allMatch(page -> page.endsWith("version 1"));
        assertThat(pages.get(0)).isEqualTo("origin: version 1");
        assertThat(pages.stream().filter(page -> page.startsWith("origin"))).hasSameSizeAs(requests);
        assertThat(pages).noneMatch(page -> page.matches("cache, [6-9]\\d s.*"));
    }
}
