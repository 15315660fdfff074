package dev.parley.testing.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionStatus;
import dev.parley.runtime.journal.FileJournal;
import dev.parley.runtime.journal.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void noAcknowledgedStepIsLostOrRepeated() throws Exception {
        ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS);
        List<Future<?>> played = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            Path path = folder.resolve("journal" + i);
            KilledSession session = new KilledSession(path, i);
            played.add(sessions.submit(() -> {
                for (int kill = 0; kill < KILLS; kill++) {
                    session.beKilled();
                }
                checkOver(path, session.end());
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
