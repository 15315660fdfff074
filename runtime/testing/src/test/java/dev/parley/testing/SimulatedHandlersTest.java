package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.runtime.HandlerException;
import dev.parley.runtime.Reactor;
import dev.parley.runtime.SessionStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Handlers in simulation are played as programs are. */
class SimulatedHandlersTest {

    private static final int MANY = 30;

    /** Votes. */
    private static final class Ann implements PollAnn.Handler {

        @Override
        public PollAnn.BeforeResult start(PollAnn.Start start) {
            return start.annVotes(1);
        }

        @Override
        public void result(PollAnn.Result result) {
            assertThat(result.sum()).isEqualTo(3);
        }
    }

    /** Votes. */
    private static final class Bob implements PollBob.Handler {

        @Override
        public PollBob.BeforeResult start(PollBob.Start start) {
            return start.bobVotes(2);
        }

        @Override
        public void result(PollBob.Result result) {}
    }

    /** Plays a poll by handlers, and returns the session. */
    private static PollSession open(Simulation simulation, PollChair.Handler chair) {
        PollSession session = PollSession.open(simulation.options());
        Reactor reactor = new Reactor();
        session.ann(reactor, new Ann());
        session.bob(reactor, new Bob());
        session.chair(reactor, chair);
        return session;
    }

    private static String handled(Simulation simulation) {
        open(simulation, new HandledPollTest.Counting());
        try {
            simulation.play();
        } catch (Exception e) {
            return simulation.log() + e;
        }
        return simulation.log();
    }

    private static String programmed(Simulation simulation) {
        PollSession.<RuntimeException>run(
                simulation.options(),
                ann -> ann.annVotes(1).receive(),
                bob -> bob.bobVotes(2).receive(),
                chair -> {
                    PollChair.AnnVotes ann = chair.receive();
                    int vote = ann.vote();
                    PollChair.BobVotes bob = ann.receive();
                    bob.result(vote + bob.vote());
                });
        return simulation.log();
    }

    private static Simulation slow(long seed) {
        return Simulation.seeded(seed).delay(Duration.ofSeconds(1));
    }

    @Test
    void aSeedIsARun() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(handled(slow(seed))).isEqualTo(handled(slow(seed)));
        }
        assertThat(LongStream.range(0, 20).mapToObj(seed -> handled(slow(seed))))
                .as("different seeds")
                .doesNotHaveDuplicates();
    }

    @Test
    void anExplorationFindsTheSameRunsOfHandlersAndOfPrograms() {
        Set<String> handled = new HashSet<>();
        Set<String> programmed = new HashSet<>();

        Exploration.of(MANY).forEach(simulation -> handled.add(handled(simulation)));
        Exploration.of(MANY).forEach(simulation -> programmed.add(programmed(simulation)));

        assertThat(handled).isEqualTo(programmed).hasSizeGreaterThan(1);
    }

    @SimulationTest
    void timeIsVirtual(Simulation simulation) throws Exception {
        simulation.partition("Ann", "Chair", Duration.ZERO, Duration.ofHours(1));
        PollSession session = open(simulation, new HandledPollTest.Counting());

        simulation.play();

        assertThat(simulation.elapsed()).isEqualTo(Duration.ofHours(1));
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    @SimulationTest
    void aHandlerThatThrowsFailsTheSession(Simulation simulation) {
        IllegalStateException failure = new IllegalStateException("cannot count");
        PollSession session = open(simulation, new HandledPollTest.Counting() {
            @Override
            public PollChair.Ended bobVotes(PollChair.BobVotes bob) {
                throw failure;
            }
        });

        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(simulation::play)
                .withMessageContaining("The handler of Chair has failed in BobVotes")
                .withCause(failure);
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    @SimulationTest
    void aHandlerCrashesInPlaceOfAnAction(Simulation simulation) {
        simulation.crash("Chair", 1);
        PollSession session = open(simulation, new HandledPollTest.Counting());

        assertThatExceptionOfType(HandlerException.class)
                .isThrownBy(simulation::play)
                .withCauseInstanceOf(SimulatedCrashException.class);
        assertThat(simulation.log()).contains("Chair crashes");
        assertThat(session.status()).isEqualTo(SessionStatus.FAULTED);
    }

    /** Without this the others would wait for somebody who never comes. */
    @Test
    void nobodyIsForgotten() {
        Simulation simulation = Simulation.seeded(1);
        PollSession session = PollSession.open(simulation.options());
        session.ann(new Reactor(), new Ann());

        assertThatIllegalStateException()
                .isThrownBy(simulation::play)
                .withMessageStartingWith("Nobody plays Bob, Chair of session Poll-");
    }
}
