package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.Player.Received;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrashTest {

    /**
     * The boss gives a job to the worker, who confirms it and does it, and tells the boss and the spare; if it crashes, the spare
     * does the job.
     */
    static final ProtocolSpec JOBS = ProtocolSpec.of(
            "parley\t1\tJobs",
            "role\tBoss",
            "role\tWorker",
            "role\tSpare",
            "edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tjob\tnumber:int:0:0",
            "edge\t1\t0\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tdone",
            "crash\tlost",
            "edge\t1\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tdone",
            "crash\tlost",
            "edge\t0\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tretry\tnumber:int:0:0",
            "edge\t2\t0\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tdone",
            "machine\t0",
            "state\tStart\tfalse",
            "send\t0\t1\t1",
            "state\tWork\tfalse",
            "receive\t1\t1\t4",
            "receive\t1\t2\t2",
            "state\tLost\tfalse",
            "send\t3\t1\t3",
            "state\tRetry\tfalse",
            "receive\t4\t1\t4",
            "state\tEnd\ttrue",
            "machine\t1",
            "state\tStart\tfalse",
            "receive\t0\t1\t1",
            "state\tWork\tfalse",
            "send\t1\t1\t2",
            "send\t1\t2\t3",
            "state\tBeforeDone\tfalse\tmulticast",
            "send\t2\t1\t4",
            "state\tBeforeLost\tfalse\tmulticast",
            "send\t2\t2\t4",
            "state\tEnd\ttrue",
            "machine\t2",
            "state\tWork\tfalse",
            "receive\t2\t1\t3",
            "receive\t2\t2\t1",
            "state\tLost\tfalse",
            "receive\t3\t1\t2",
            "state\tRetry\tfalse",
            "send\t4\t1\t3",
            "state\tEnd\ttrue");

    private record Crash(String role, Throwable cause) {}

    private final BlockingQueue<Crash> crashes = new LinkedBlockingQueue<>();

    private final Session session = Session.open(JOBS, SessionOptions.defaults().listener(new SessionListener() {
        @Override
        public void statusChanged(Session changed, SessionStatus from, SessionStatus to) {}

        @Override
        public void roleCrashed(Session survivor, String role, Throwable cause) {
            crashes.add(new Crash(role, cause));
        }
    }));

    private void run(
            RoleProgram<Player, Exception> boss,
            RoleProgram<Player, Exception> worker,
            RoleProgram<Player, Exception> spare)
            throws Exception {
        new SessionRunner<Exception>(session)
                .role("Boss", () -> new Player(session, "Boss"), boss)
                .role("Worker", () -> new Player(session, "Worker"), worker)
                .role("Spare", () -> new Player(session, "Spare"), spare)
                .run();
    }

    private static void boss(Player boss) {
        boss.send("job", 7);
        if (boss.receive().label().equals("lost")) {
            boss.send("retry", 7);
            assertThat(boss.receive().label()).isEqualTo("done");
        }
    }

    private static void spare(Player spare) {
        if (spare.receive().label().equals("lost")) {
            assertThat(spare.receive()).isEqualTo(new Received("retry", List.of(7)));
            spare.send("done");
        }
    }

    @Test
    void tellsThoseWhoWaitForARoleThatHasThrown() throws Exception {
        IOException failure = new IOException("no more");
        run(
                CrashTest::boss,
                worker -> {
                    worker.receive();
                    throw failure;
                },
                CrashTest::spare);

        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(crashes).containsExactly(new Crash("Worker", failure));
        assertThat(session.localState("Worker").isFinal()).isTrue();
    }

    @Test
    void takesAProgramThatReturnsTooEarlyForACrash() throws Exception {
        run(CrashTest::boss, Player::receive, CrashTest::spare);

        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(crashes.remove().cause())
                .hasMessageStartingWith("The program of Worker returned in the state Work,");
    }

    @Test
    void discardsWhatIsSentToARoleThatHasCrashedBefore() throws Exception {
        run(CrashTest::boss, worker -> {}, CrashTest::spare);

        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(session.edges().get(0).empty()).isTrue();
        assertThat(crashes).hasSize(1);
    }

    @Test
    void endsTheSessionWhereNoCrashAlternativeIsInReach() {
        IOException failure = new IOException("no more");

        assertThatThrownBy(() -> run(
                        boss -> {
                            boss.send("job", 7);
                            throw failure;
                        },
                        worker -> {
                            worker.receive();
                            assertThatExceptionOfType(SessionCancelledException.class)
                                    .isThrownBy(() -> new CrashAwaiting(session).await(worker));
                        },
                        spare -> assertThatExceptionOfType(SessionCancelledException.class)
                                .isThrownBy(spare::receive)))
                .isSameAs(failure);
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
        assertThat(crashes).isEmpty();
    }

    @Test
    void endsTheSessionWhenThoseWhoMeetACrashCrashToo() {
        IOException first = new IOException("first");
        IllegalStateException second = new IllegalStateException("second");

        assertThatThrownBy(() -> run(
                        boss -> {
                            boss.send("job", 7);
                            assertThat(boss.receive().label()).isEqualTo("lost");
                            throw second;
                        },
                        worker -> {
                            throw first;
                        },
                        CrashTest::spare))
                .isSameAs(second);
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
        assertThat(crashes).containsExactly(new Crash("Worker", first));
    }

    @Test
    void isToldOfRolesInThreadsThatOnlyTheirOwnersKnow() throws Exception {
        Player boss = new Player(session, "Boss");
        Player spare = new Player(session, "Spare");
        boss.send("job", 7);
        IOException failure = new IOException("no more");

        session.crash("Worker", failure);

        assertThat(spare.receive().label()).isEqualTo("lost");
        assertThat(boss.receive().label()).isEqualTo("lost");
        assertThat(crashes.poll(30, TimeUnit.SECONDS)).isEqualTo(new Crash("Worker", failure));
        session.crash("Worker", failure);
        session.crash("Boss", failure);
        assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
        assertThat(session.cause()).containsSame(failure);
    }

    @Test
    void saysWhatARoleMayDoWithoutTheAlternativeThatIsNotItsOwn() {
        new Player(session, "Boss").send("job", 7);
        new Player(session, "Worker").receive();

        assertThat(session.localState("Worker").actions()).isEqualTo("may send done() to Boss");
        assertThat(session.localState("Spare").actions())
                .isEqualTo("may receive done() from Worker or lost() on crash from Worker");
    }

    /** Waits for the end of a session from a state that only sends. */
    private record CrashAwaiting(Session session) {

        void await(Player worker) throws InterruptedException {
            assertThat(session.awaitEnd(Duration.ofSeconds(30))).isTrue();
            worker.send("done");
        }
    }
}
