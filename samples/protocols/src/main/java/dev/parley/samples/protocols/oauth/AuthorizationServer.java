package dev.parley.samples.protocols.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Plays {@link OAuth.Server}, for any number of sessions at a time: a code that one of them was given is known to all, which is why a
 * stolen one must be of no use. Safe for use by many threads.
 */
public final class AuthorizationServer {

    /** How long a token is good for. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int SECRET_BYTES = 24;

    private final Map<String, String> passwords;
    private final RandomGenerator random;
    private final LongSupplier clock;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Access> tokens = new ConcurrentHashMap<>();

    private record Grant(String user, AuthorizationRequest request) {}

    private record Access(String user, String scope, long until) {}

    /**
     * Creates a server.
     *
     * @param passwords those of all users
     * @param random makes the secrets; safe for use by many threads
     * @param clock tells the time in nanoseconds, since whenever
     */
    public AuthorizationServer(Map<String, String> passwords, RandomGenerator random, LongSupplier clock) {
        this.passwords = Map.copyOf(passwords);
        this.random = random;
        this.clock = clock;
    }

    /** Plays the role. */
    void serve(OAuthServer.Start start) {
        OAuthServer.Authorize authorize = start.receive();
        AuthorizationRequest request = authorize.request();
        OAuthServer.Consent.Received consent =
                authorize.login(request.clientId(), request.scope()).receive();
        if (consent instanceof OAuthServer.Refuse refuse) {
            refuse.error("access_denied", request.state());
        } else if (consent instanceof OAuthServer.Grant grant) {
            String user = grant.user();
            if (grant.password().equals(passwords.get(user))) {
                String code = secret(random);
                codes.put(code, new Grant(user, request));
                exchange(grant.code(code, request.state()));
            } else {
                grant.error("access_denied", request.state());
            }
        }
    }

    private void exchange(OAuthServer.Check check) {
        if (check.receive() instanceof OAuthServer.Exchange exchange) {
            Grant grant = codes.remove(exchange.code()); // good for one exchange
            if (grant != null && challenge(exchange.verifier()).equals(grant.request.challenge())) {
                String token = secret(random);
                tokens.put(
                        token, new Access(grant.user, grant.request.scope(), clock.getAsLong() + LIFETIME.toNanos()));
                introspect(exchange.token(token, LIFETIME.toSeconds()));
            } else {
                exchange.invalidGrant();
            }
        }
    }

    private void introspect(OAuthServer.BeforeIntrospect state) {
        OAuthServer.Introspect introspect = state.receive();
        Access access = tokens.get(introspect.token());
        if (access != null && clock.getAsLong() < access.until) {
            introspect.active(access.user, access.scope);
        } else {
            introspect.inactive();
        }
    }

    /** Returns a text that nobody can guess, fit for a URL. */
    static String secret(RandomGenerator random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns what proves that a secret is known without telling it. */
    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
