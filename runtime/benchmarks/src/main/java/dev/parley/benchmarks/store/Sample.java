package dev.parley.benchmarks.store;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.SessionStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The sessions that are kept: alike but for their numbers. */
final class Sample {

    static final String NODE = "n1";

    static final int SESSIONS = 100_000;

    /** How many have a domain in common among a hundred thousand: 100. */
    static final int DOMAINS = 1_000;

    static final int PAGE = 20;

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Sample() {}

    /** Adds all of them to a store. */
    static void fill(SessionStore store) {
        int threads = 4;
        List<CompletableFuture<Void>> all = IntStream.range(0, threads)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int number = thread; number < SESSIONS; number += threads) {
                        store.create(session(number), NODE);
                    }
                }))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    static String id(int number) {
        return "session-" + number;
    }

    static String domain(int number) {
        return "domain-" + number % DOMAINS;
    }

    static ManagedSession session(int number) {
        return ManagedSession.builder(
                        id(number), SessionKind.ACTIVE, "chat " + number, "owner-" + number % 5_000, START)
                .workspace("/projects/" + number % 100)
                .status(ManagedStatus.ACTIVE, "")
                .lastActivity(START.plusSeconds(number))
                .metadata(Map.of("domain", domain(number), "model", "large", "language", "en"))
                .build();
    }

    static ManagedSession later(int number) {
        return session(number).toBuilder()
                .status(ManagedStatus.IDLE, "waits")
                .lastActivity(START.plusSeconds(number + 1L))
                .build();
    }
}
