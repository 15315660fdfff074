package dev.parley.testing.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionStatus;
import dev.parley.runtime.journal.FileJournal;
import dev.parley.runtime.journal.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that plays a durable session is killed again and again, at random points. No step is lost that was acknowledged, none is done
 * twice, each role is in the typed state that it was in, and in the end the session comes to its end.
 */
class KilledSessionTest {

    private static final int SESSIONS = 4;
    private static final int KILLS = 52;
    private static final int KILLS_OF_BRANCHES = 5;

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void noAcknowledgedStepIsLostOrRepeated() throws Exception {
        together(seed -> {
            Path path = folder.resolve("journal" + seed);
            Map<String, Integer> steps = Map.of("Shop", 3, "Store", 2, "Ledger", 2);
            KilledSession session = new KilledSession(OrdersProcess.class, steps, path, seed);
            for (int kill = 0; kill < KILLS; kill++) {
                session.beKilled();
            }
            checkOver(path, session.end("Shop"));
        });
    }

    /** Each branch stands where it stood, too. */
    @Test
    @Timeout(300)
    void noAcknowledgedStepOfABranchIsLostOrRepeated() throws Exception {
        Map<String, Integer> steps = new HashMap<>();
        for (String role : List.of("Site", "Office")) {
            List.of("", ".photo", ".bill").forEach(branch -> steps.put(role + branch, 3));
        }
        together(seed -> {
            Path path = folder.resolve("journal" + seed);
            KilledSession session = new KilledSession(ChecksProcess.class, steps, path, seed);
            for (int kill = 0; kill < KILLS_OF_BRANCHES; kill++) {
                session.beKilled();
            }
            session.end("Site");
            try (Journal journal = FileJournal.open(path);
                    ChecksSession over =
                            ChecksSession.reopen(SessionOptions.defaults().journal(journal))) {
                assertThat(over.status()).isEqualTo(SessionStatus.CLOSED);
            }
        });
    }

    /** Plays a session and lets its process be killed. */
    @FunctionalInterface
    private interface Killing {
        void play(int seed) throws Exception;
    }

    private static void together(Killing killing) throws Exception {
        ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS);
        List<Future<?>> played = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            int seed = i;
            played.add(sessions.submit(() -> {
                killing.play(seed);
                return null;
            }));
        }
        sessions.shutdown();
        for (Future<?> each : played) {
            each.get();
        }
    }

    private static void checkOver(Path path, int orders) {
        try (Journal journal = FileJournal.open(path);
                OrdersSession session =
                        OrdersSession.reopen(SessionOptions.defaults().journal(journal))) {
            assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
            assertThat(session.resumeShop()).isInstanceOf(OrdersShop.Ended.class);
            assertThat(((OrdersStore.Closed) session.resumeStore()).orders()).isEqualTo(orders);
            assertThat(((OrdersLedger.Closed) session.resumeLedger()).orders()).isEqualTo(orders);
        }
    }
}
