package dev.parley.benchmarks.reactor;

import dev.parley.runtime.Reactor;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionTable;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Many sessions of the calculator, both roles of each played by one reactor. */
public final class LiveSessions {

    private static final int SESSIONS = 100_000;
    private static final int ROUNDS = 100;

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private final SessionTable table = new SessionTable();
    private final Reactor reactor = new Reactor();
    private final int sessions;

    private LiveSessions(int sessions) {
        this.sessions = sessions;
        Adding adding = new Adding();
        Counting counting = new Counting();
        SessionOptions options = SessionOptions.defaults().table(table).sameThread();
        for (int i = 0; i < sessions; i++) {
            CalculatorSession session = CalculatorSession.open(options);
            session.client(reactor, counting);
            session.server(reactor, adding);
        }
    }

    /** Adds. Keeps nothing, so one serves all sessions. */
    private static final class Adding implements CalculatorServer.Handler {

        @Override
        public CalculatorServer.Ask add(CalculatorServer.Add add) {
            return add.sum((long) add.x() + add.y());
        }

        @Override
        public void bye(CalculatorServer.Bye bye) {}
    }

    /** Counts, one by one, without an end. Keeps nothing either. */
    private static final class Counting implements CalculatorClient.Handler {

        @Override
        public Next start(CalculatorClient.Ask ask) {
            return ask.add(0, 1);
        }

        @Override
        public Next sum(CalculatorClient.Sum sum) {
            return sum.add((int) sum.value(), 1);
        }
    }

    /** Lets each session pass on some messages. */
    private void play(int messagesOfEach) {
        for (long left = (long) messagesOfEach * sessions; left > 0; left--) {
            if (!reactor.runOnce()) {
                throw new IllegalStateException("The sessions have come to rest.");
            }
        }
    }

    /**
     * Returns how many bytes of heap a session takes while it waits: everything is counted that is there because of it.
     *
     * @param sessions how many sessions to open for the average
     * @param steps how many steps each has done, the client's start included; the buffers are there after 2
     */
    static long bytesPerSession(int sessions, int steps) {
        LiveSessions warm = new LiveSessions(1);
        warm.play(steps);
        long before = used();
        LiveSessions live = new LiveSessions(sessions);
        live.play(steps);
        long bytes = (used() - before) / sessions;
        if (live.table.sessions().size() + warm.table.sessions().size() != sessions + 1) {
            throw new IllegalStateException("Not all sessions are alive.");
        }
        return bytes;
    }

    private static long used() {
        MEMORY.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }

    /** Prints the figures. */
    public static void main(String[] args) {
        System.out.printf("%,d sessions of Calculator, both roles on one reactor%n", SESSIONS);
        System.out.printf("bytes of heap per session, opened:         %,d%n", bytesPerSession(SESSIONS, 0));
        System.out.printf("bytes of heap per session, after messages: %,d%n", bytesPerSession(SESSIONS, 10));
        LiveSessions live = new LiveSessions(SESSIONS);
        live.play(ROUNDS / 10);
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            live.play(ROUNDS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("messages per second: %,.0f%n", ROUNDS * (double) SESSIONS / seconds);
        }
    }
}
