package dev.parley.samples.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.runtime.SessionOptions;
import dev.parley.samples.protocols.alternatingbit.AlternatingBitSession;
import dev.parley.samples.protocols.circuitbreaker.CircuitBreakerSession;
import dev.parley.samples.protocols.doublebuffering.DoubleBufferingSession;
import dev.parley.samples.protocols.doublebuffering.PrefetchingSession;
import dev.parley.samples.protocols.fft.FftSession;
import dev.parley.samples.protocols.httpcache.HttpCacheSession;
import dev.parley.samples.protocols.loadbalancer.LoadBalancerSession;
import dev.parley.samples.protocols.mapreduce.MapReduceSession;
import dev.parley.samples.protocols.oauth.AuthorizationRequest;
import dev.parley.samples.protocols.oauth.OAuthSession;
import dev.parley.samples.protocols.ring.RingSession;
import dev.parley.samples.protocols.threebuyers.SaleSession;
import dev.parley.samples.protocols.travel.TravelSession;
import dev.parley.testing.EveryCrash;
import dev.parley.testing.Rehearsal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever role crashes, and in place of whichever of its actions: all others come to an end. */
@Timeout(120)
class EveryCrashEndsTest {

    static Stream<Arguments> protocols() {
        return Stream.of(
                protocol("AlternatingBit", AlternatingBitSession::open),
                protocol("CircuitBreaker", CircuitBreakerSession::open),
                protocol("DoubleBuffering", DoubleBufferingSession::open),
                protocol("Fft", FftSession::open),
                protocol("HttpCache", HttpCacheSession::open),
                protocol("LoadBalancer", LoadBalancerSession::open),
                protocol("MapReduce", options -> MapReduceSession.open(options, 2, 2)),
                protocol("OAuth", OAuthSession::open),
                protocol("Prefetching", PrefetchingSession::open),
                protocol("Ring", RingSession::open),
                protocol("Sale", SaleSession::open),
                protocol("Travel", TravelSession::open));
    }

    private static Arguments protocol(String name, Consumer<SessionOptions> open) {
        return arguments(name, open);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("protocols")
    void ofARehearsal(String name, Consumer<SessionOptions> open) {
        Rehearsal rehearsal = Rehearsal.of(open)
                .payload(double[].class, random -> new double[] {random.nextDouble()})
                .payload(
                        AuthorizationRequest.class, random -> new AuthorizationRequest("client", "scope", "state", "?"))
                .payload(List.class, random -> List.of())
                .payload(Map.class, random -> Map.of())
                .steps(20);

        Set<String> crashed =
                EveryCrash.of(simulation -> rehearsal.play(simulation.delay(Duration.ofMillis(50))))
                        .actions(20)
                        .play()
                        .stream()
                        .map(EveryCrash.Crash::role)
                        .collect(Collectors.toSet());

        assertThat(crashed).hasSizeGreaterThan(1);
    }
}
