package dev.parley.samples.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.SeatExchange;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionStatus;
import dev.parley.runtime.Vacancy;
import dev.parley.samples.protocols.Walker.Luggage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever role is handed to another process, and before whichever of its steps: all roles do what they would have done. */
@Timeout(180)
class EveryHandoverTest {

    private static final int STEPS = 14;
    private static final int SEEDS = 3;
    private static final int NEVER = Integer.MAX_VALUE;

    private SeatExchange home;
    private SeatExchange away;

    @BeforeEach
    void open() throws IOException {
        home = exchange();
        away = exchange();
    }

    private static SeatExchange exchange() throws IOException {
        return SeatExchange.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), seats -> new NullableCodec());
    }

    @AfterEach
    void close() throws IOException {
        home.close();
        away.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alternatingbit.AlternatingBit",
                "circuitbreaker.CircuitBreaker",
                "doublebuffering.DoubleBuffering",
                "fft.Fft",
                "httpcache.HttpCache",
                "loadbalancer.LoadBalancer",
                "oauth.OAuth",
                "ring.Ring",
                "threebuyers.Sale",
                "travel.Travel"
            })
    void changesNothing(String name) throws Exception {
        ProtocolSpec protocol = protocol("dev.parley.samples.protocols." + name);
        for (int seed = 0; seed < SEEDS; seed++) {
            Map<String, List<String>> expected = run(protocol, seed, -1, NEVER);
            for (int role = 0; role < protocol.roles().size(); role++) {
                int last =
                        Math.min(STEPS, expected.get(protocol.roles().get(role)).size() - 1);
                for (int step = 0; step <= last; step++) {
                    assertThat(run(protocol, seed, role, step))
                            .as(
                                    "%s is handed over before step %s, seed %s",
                                    protocol.roles().get(role), step, seed)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static ProtocolSpec protocol(String name) throws IOException {
        try (InputStream text = EveryHandoverTest.class.getResourceAsStream("/META-INF/parley/" + name + ".spec")) {
            return ProtocolSpec.of(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toArray(String[]::new));
        }
    }

    /** Returns what each role has done. */
    private Map<String, List<String>> run(ProtocolSpec protocol, int seed, int handedOver, int step) throws Exception {
        Session session = Session.open(protocol, SessionOptions.defaults());
        Map<String, List<String>> notes = new LinkedHashMap<>();
        List<CompletableFuture<Void>> roles = new ArrayList<>();
        for (int role = 0; role < protocol.roles().size(); role++) {
            Luggage luggage = new Luggage(protocol, role, new Random(31L * seed + role), new ArrayList<>());
            notes.put(protocol.roles().get(role), luggage.notes());
            int leaves = role == handedOver ? step : NEVER;
            roles.add(CompletableFuture.runAsync(() -> play(session, luggage, leaves), EveryHandoverTest::start));
        }
        for (CompletableFuture<Void> role : roles) {
            role.get(60, TimeUnit.SECONDS);
        }
        assertThat(session.awaitEnd(Duration.ofSeconds(60))).isTrue();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        return notes;
    }

    private static void start(Runnable role) {
        Thread thread = new Thread(role, "role");
        thread.setDaemon(true);
        thread.start();
    }

    private void play(Session session, Luggage luggage, int leaves) {
        Walker here = new Walker(session, luggage, 0);
        if (here.play(leaves)) {
            return;
        }
        int state = here.stateNow();
        String role =
                luggage.protocol().name() + "." + luggage.protocol().roles().get(luggage.role());
        String seat = home.encode(here.toSeat());
        try {
            Vacancy decoded = (Vacancy) away.decode(seat, "dev.parley.runtime.Seat<" + role + ">");
            Walker there = Walker.sit(decoded, luggage, state);
            assertThat(there.play(NEVER)).isTrue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
