package dev.parley.benchmarks.store;

import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.model.SessionKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Many managed sessions in one SQLite file that do nothing: what each takes of the heap, and how long a manager takes to go on with them. */
public final class IdleSessions {

    private static final int SESSIONS = 10_000;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private IdleSessions() {}

    /** Prints both. */
    public static void main(String[] arguments) throws IOException {
        Path file = Files.createTempDirectory("parley-figures").resolve("sessions.db");
        try (SessionManager manager = SessionManager.open(options(file))) {
            create(manager, SESSIONS, SESSIONS + 1);
            long before = used();
            create(manager, 0, SESSIONS);
            System.out.println("bytes of heap for a session: " + (used() - before) / SESSIONS);
        }
        for (int i = 0; i < 5; i++) {
            try (SessionManager manager = SessionManager.open(options(file))) {
                long start = System.nanoTime();
                int recovered = manager.recover().recovered().size();
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(Locale.ROOT, "%d sessions recovered in %.2f s%n", recovered, seconds);
            }
        }
    }

    private static ManagerOptions options(Path file) {
        return ManagerOptions.defaults()
                .databasePath(file)
                .node("n1")
                .maxSessions(2 * SESSIONS)
                .maxSessionsPerOwner(2 * SESSIONS)
                .inactivityTimeout(Duration.ofDays(1))
                .logging(false);
    }

    private static void create(SessionManager manager, int from, int to) {
        for (int i = from; i < to; i++) {
            int number = i;
            SessionHandle session = manager.create(
                    SessionKind.ACTIVE,
                    "chat " + i,
                    "owner-" + i % 500,
                    shape -> shape.metadata(Map.of("domain", Sample.domain(number), "language", "en")));
            session.start();
        }
    }

    /** After collecting what is not used, which takes a few rounds to settle. */
    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
