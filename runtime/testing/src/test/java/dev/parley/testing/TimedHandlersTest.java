package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.Prompt;
import dev.parley.runtime.Reactor;
import dev.parley.runtime.SessionStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Handlers with a certain time to choose, in virtual time. */
class TimedHandlersTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Works until it is told that the work is done. */
    private static class Working implements JobsWorker.Handler {

        private boolean done;
        private boolean late;
        private int asked;

        @Override
        public Next job(JobsWorker.Job job) {
            return job;
        }

        @Override
        public Next continueAnswer(JobsWorker.Answer answer) {
            asked++;
            return done ? answer.done() : answer.progress(asked);
        }

        @Override
        public void answerTimedOut() {
            late = true;
        }
    }

    /** Does what the worker has not. */
    private static final class Sparing implements JobsSpare.Handler {

        private String heard = "";

        @Override
        public JobsSpare.Answer progress(JobsSpare.Progress progress) {
            heard += progress.percent();
            return progress;
        }

        @Override
        public void done(JobsSpare.Done done) {
            heard += "done";
        }

        @Override
        public JobsSpare.Retry tookTooLong(JobsSpare.TookTooLong tookTooLong) {
            heard += "late";
            return tookTooLong;
        }

        @Override
        public JobsSpare.Retry lost(JobsSpare.Lost lost) {
            heard += "lost";
            return lost;
        }

        @Override
        public JobsSpare.Ended again(JobsSpare.Again again) {
            return again.doneAfterAll();
        }
    }

    private final Working worker = new Working();
    private final Sparing spare = new Sparing();

    private static void boss(JobsBoss.Start start) {
        goOn(start.job(1).receive());
    }

    /** Returns the number of the job that was done in the end. */
    private static int goOn(JobsBoss.Answer.Received received) {
        return received.match(
                progress -> goOn(progress.receive()),
                done -> 1,
                late -> {
                    late.again(2).receive();
                    return 2;
                },
                lost -> {
                    lost.again(3).receive();
                    return 3;
                });
    }

    private JobsSession open(Simulation simulation) {
        JobsSession session = JobsSession.open(simulation.options());
        session.spare(new Reactor(), spare);
        return session;
    }

    @SimulationTest
    void theTimeIsVirtual(Simulation simulation) throws Exception {
        JobsSession session = open(simulation);
        session.worker(new Reactor(), worker);
        simulation.program("Boss", session::boss, TimedHandlersTest::boss);

        simulation.play();

        assertThat(simulation.elapsed()).isEqualTo(A_MINUTE);
        assertThat(worker.late).isTrue();
        assertThat(spare.heard).isEqualTo("late");
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    /** The time to choose begins anew with each progress. */
    @SimulationTest
    void aChoiceThatIsMadeInTimeGivesMoreTime(Simulation simulation) throws Exception {
        JobsSession session = open(simulation);
        Prompt prompt = session.worker(new Reactor(), worker);
        simulation.program("Boss", session::boss, start -> {
            JobsBoss.Answer answer = start.job(1);
            goOn(afterHalfAMinute(afterHalfAMinute(answer, prompt), prompt).receive());
        });

        simulation.play();

        assertThat(simulation.elapsed()).isEqualTo(Duration.ofMinutes(2));
        assertThat(spare.heard).isEqualTo("12late");
    }

    private static JobsBoss.Answer afterHalfAMinute(JobsBoss.Answer answer, Prompt prompt) {
        try {
            throw new AssertionError("nobody has asked for " + answer.receive(Duration.ofSeconds(30)));
        } catch (TimeoutException e) {
            prompt.lookAgain();
            return (JobsBoss.Progress) answer.receive();
        }
    }

    /** The choice falls on the end of its time, or a moment before: one of both comes about, each in some run. */
    @Test
    void eitherTheHandlerChoosesOrTheClock() {
        Set<String> heard = new HashSet<>();

        for (int seed = 0; seed < 100; seed++) {
            heard.add(race(Simulation.seeded(seed).delay(Duration.ofMillis(1))));
        }

        assertThat(heard).containsExactlyInAnyOrder("late true", "done false");
    }

    private static String race(Simulation simulation) {
        Working worker = new Working();
        Sparing spare = new Sparing();
        JobsSession session = JobsSession.open(simulation.options());
        session.spare(new Reactor(), spare);
        Prompt prompt = session.worker(new Reactor(), worker);
        simulation.program("Boss", session::boss, start -> {
            JobsBoss.Answer answer = start.job(1);
            try {
                // The worker's minute begins when the job is there: later than this one, by more or less than half of
                // the longest delay.
                goOn(answer.receive(A_MINUTE.plusNanos(500_000)));
            } catch (TimeoutException e) {
                worker.done = true;
                prompt.lookAgain();
                goOn(answer.receive());
            }
        });
        try {
            simulation.play();
        } catch (Exception e) {
            throw new AssertionError(simulation.log(), e);
        }
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
        return spare.heard + " " + worker.late;
    }

    @SimulationTest
    void whoCrashesWithItsJobIsReplaced(Simulation simulation) throws Exception {
        crash(simulation.crash("Worker", 0));
    }

    @SimulationTest
    void whoCrashesWhenItsTimeIsUpIsReplaced(Simulation simulation) throws Exception {
        crash(simulation.crash("Worker", 1));

        assertThat(simulation.elapsed()).isEqualTo(A_MINUTE);
    }

    private void crash(Simulation simulation) throws Exception {
        JobsSession session = open(simulation);
        session.worker(new Reactor(), worker);
        simulation.program("Boss", session::boss, TimedHandlersTest::boss);

        simulation.play();

        assertThat(spare.heard).isEqualTo("lost");
        assertThat(worker.late).isFalse();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @SimulationTest
    void aHandlerThatFailsWhenItsTimeIsUpFailsItsSession(Simulation simulation) {
        JobsSession session = open(simulation);
        session.worker(new Reactor(), new Working() {
            @Override
            public void answerTimedOut() {
                throw new IllegalStateException("was not ready for that");
            }
        });
        simulation.program("Boss", session::boss, TimedHandlersTest::boss);

        assertThatThrownBy(simulation::play).hasMessageContaining("The handler of Worker has failed in End");
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }
}
