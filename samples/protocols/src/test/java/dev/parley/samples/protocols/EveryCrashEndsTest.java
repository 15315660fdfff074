package dev.parley.samples.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.runtime.SessionOptions;
import dev.parley.samples.protocols.alternatingbit.AlternatingBitSession;
import dev.parley.samples.protocols.circuitbreaker.CircuitBreakerSession;
import dev.parley.samples.protocols.doublebuffering.DoubleBufferingSession;
import dev.parley.samples.protocols.fft.FftSession;
import dev.parley.samples.protocols.httpcache.HttpCacheSession;
import dev.parley.samples.protocols.loadbalancer.LoadBalancerSession;
import dev.parley.samples.protocols.oauth.AuthorizationRequest;
import dev.parley.samples.protocols.oauth.OAuthSession;
import dev.parley.samples.protocols.ring.RingSession;
import dev.parley.samples.protocols.travel.TravelSession;
import dev.parley.testing.Rehearsal;
import dev.parley.testing.SimulatedCrashException;
import dev.parley.testing.Simulation;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever role crashes, and in place of whichever of its actions: all others come to an end. */
@Timeout(120)
class EveryCrashEndsTest {

    private static final int ACTIONS = 8;
    private static final int SEEDS = 4;

    static Stream<Arguments> protocols() {
        return Stream.of(
                protocol("AlternatingBit", AlternatingBitSession::open),
                protocol("CircuitBreaker", CircuitBreakerSession::open),
                protocol("DoubleBuffering", DoubleBufferingSession::open),
                protocol("Fft", FftSession::open),
                protocol("HttpCache", HttpCacheSession::open),
                protocol("LoadBalancer", LoadBalancerSession::open),
                protocol("OAuth", OAuthSession::open),
                protocol("Ring", RingSession::open),
                protocol("Travel", TravelSession::open));
    }

    private static Arguments protocol(String name, Consumer<SessionOptions> open) {
        return arguments(name, open);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("protocols")
    void ofARehearsal(String name, Consumer<SessionOptions> open) {
        Set<String> roles = new TreeSet<>();
        rehearsal(options -> open.accept(options.listener(
                        (session, from, to) -> roles.addAll(session.protocol().roles()))))
                .play(Simulation.seeded(0));
        assertThat(roles).as(name).isNotEmpty();
        for (String role : roles) {
            for (int action = 0; action < ACTIONS; action++) {
                for (int seed = 0; seed < SEEDS; seed++) {
                    Simulation simulation =
                            Simulation.seeded(seed).delay(Duration.ofMillis(50)).crash(role, action);
                    crash(rehearsal(open), simulation);
                    assertThat(simulation.elapsed()).isLessThan(Duration.ofHours(1));
                }
            }
        }
    }

    private static void crash(Rehearsal rehearsal, Simulation simulation) {
        try {
            rehearsal.play(simulation);
        } catch (SimulatedCrashException crash) {
            assertThat(crash.getSuppressed()).as(simulation::log).isEmpty();
        }
    }

    private static Rehearsal rehearsal(Consumer<SessionOptions> open) {
        return Rehearsal.of(open)
                .payload(double[].class, random -> new double[] {random.nextDouble()})
                .payload(
                        AuthorizationRequest.class, random -> new AuthorizationRequest("client", "scope", "state", "?"))
                .steps(100);
    }
}
