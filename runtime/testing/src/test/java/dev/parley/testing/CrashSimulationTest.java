package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.ChoiceTimedOutException;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionListener;
import dev.parley.runtime.SessionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever crashes or is late, and whenever: all roles come to an end, in little virtual time. */
class CrashSimulationTest {

    private static final List<String> ROLES = List.of("Boss", "Spare", "Worker");

    /** What the worker begins: it takes the job, and tells two others three things. The last is to be heard by both or none. */
    private static final int ACTIONS = 6;

    private final List<String> crashed = new ArrayList<>();

    private void run(Simulation simulation) {
        JobsSession.<RuntimeException>run(
                simulation.options().listener(new SessionListener() {
                    @Override
                    public void statusChanged(Session session, SessionStatus from, SessionStatus to) {}

                    @Override
                    public void roleCrashed(Session session, String role, Throwable cause) {
                        crashed.add(role);
                    }
                }),
                CrashSimulationTest::boss,
                CrashSimulationTest::spare,
                CrashSimulationTest::worker);
    }

    private static void boss(JobsBoss.Start start) {
        JobsBoss.Answer answer = start.job(7);
        while (true) {
            JobsBoss.Answer.Received received = answer.receive();
            if (received instanceof JobsBoss.Retry retry) {
                retry.again(7).receive();
                return;
            }
            if (!(received instanceof JobsBoss.Progress progress)) {
                return;
            }
            answer = progress;
        }
    }

    private static void spare(JobsSpare.Answer start) {
        JobsSpare.Answer answer = start;
        while (true) {
            JobsSpare.Answer.Received received = answer.receive();
            if (received instanceof JobsSpare.Retry retry) {
                retry.receive().doneAfterAll();
                return;
            }
            if (!(received instanceof JobsSpare.Progress progress)) {
                return;
            }
            answer = progress;
        }
    }

    private static void worker(JobsWorker.Start start) {
        JobsWorker.Answer answer = start.receive();
        try {
            answer = answer.progress(50);
            answer = answer.progress(90);
            answer.done();
        } catch (ChoiceTimedOutException e) {
            answer.tookTooLong();
        }
    }

    @Test
    void theJobIsDoneWithoutAWorkerThatCrashes() {
        for (int action = 0; action < ACTIONS; action++) {
            for (int seed = 0; seed < 20; seed++) {
                crashed.clear();
                Simulation simulation =
                        Simulation.seeded(seed).delay(Duration.ofMillis(50)).crash("Worker", action);

                run(simulation);

                assertThat(simulation.log()).contains("Worker crashes", "Boss receives doneAfterAll() from Spare");
                assertThat(crashed).containsExactly("Worker");
            }
        }
    }

    @Test
    void everyOtherCrashEndsTheSession() {
        for (String role : ROLES) {
            for (int action = 0; action < ACTIONS; action++) {
                for (int seed = 0; seed < 20; seed++) {
                    Simulation simulation = Simulation.seeded(seed)
                            .delay(Duration.ofMillis(50))
                            .thought(Duration.ofMinutes(1).plusSeconds(20))
                            .crash(role, action);
                    boolean survived = true;
                    try {
                        run(simulation);
                    } catch (SimulatedCrashException e) {
                        survived = false;
                    }
                    assertThat(survived || !role.equals("Worker"))
                            .as("seed %s, %s, action %s", seed, role, action)
                            .isTrue();
                    assertThat(simulation.elapsed()).isLessThan(Duration.ofMinutes(5));
                }
            }
        }
    }

    @Test
    void aWorkerThatIsTooLateIsNotWaitedFor() {
        int late = 0;
        for (int seed = 0; seed < 50; seed++) {
            Simulation simulation =
                    Simulation.seeded(seed).thought(Duration.ofMinutes(1).plusSeconds(20));

            run(simulation);

            boolean retried = simulation.log().contains("Spare sends doneAfterAll to Boss");
            assertThat(simulation.log().contains("Worker sends tookTooLong to Boss"))
                    .isEqualTo(retried);
            assertThat(simulation.log().contains("Worker sends done to Boss")).isEqualTo(!retried);
            assertThat(simulation.elapsed()).isLessThan(Duration.ofMinutes(4));
            late += retried ? 1 : 0;
        }
        assertThat(late).isBetween(1, 49);
        assertThat(crashed).isEmpty();
    }

    /** Done together, a multicast cannot be cut in two by a crash. */
    @Test
    void aMulticastHappensAsAWhole() {
        for (int action = 1; action < ACTIONS; action++) {
            Simulation simulation = Simulation.seeded(action).crash("Worker", action);

            run(simulation);

            for (String message : List.of("progress", "done", "lost")) {
                long toBoss = count(simulation, "Worker sends " + message + " to Boss");
                assertThat(count(simulation, "Worker sends " + message + " to Spare"))
                        .isEqualTo(toBoss);
            }
        }
    }

    /** Before, between and behind two branches, and in both: a role crashes where it is told to, or when the call is over that it is in. */
    @Test
    void aRoleWithBranchesCrashesInAndBehindThem() {
        List<Integer> whole =
                List.of(0, 3, 6, 7, 8, 9); // three invitations, three answers, three things in branches, then thanks
        for (int action : whole) {
            Simulation simulation = Simulation.seeded(action).crash("Host", action);

            assertThatExceptionOfType(SimulatedCrashException.class)
                    .isThrownBy(() -> Rehearsal.of(options -> KitchenSession.open(options, 3))
                            .play(simulation));

            assertThat(simulation.log().lines().filter(line -> line.matches(".* Host (sends|receives) .*")))
                    .as(simulation.log())
                    .hasSize(action);
        }
    }

    private static long count(Simulation simulation, String line) {
        return simulation.log().lines().filter(each -> each.endsWith(line)).count();
    }
}
