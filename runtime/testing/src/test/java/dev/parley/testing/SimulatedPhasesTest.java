package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.Session;
import dev.parley.runtime.SessionListener;
import dev.parley.runtime.SessionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is told of phases is the same in every order of events. */
class SimulatedPhasesTest {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private final SessionListener listener = new SessionListener() {
        @Override
        public void statusChanged(Session session, SessionStatus from, SessionStatus to) {}

        @Override
        public void phaseBegun(Session session, String phase) {
            told.add(phase + " begun");
        }

        @Override
        public void phaseCompleted(Session session, String phase) {
            told.add(phase + " completed");
        }
    };

    private void play(Simulation simulation, int drafts) {
        BooksSession.<RuntimeException>run(
                simulation.options().listener(listener),
                author -> {
                    BooksAuthor.Drafting draft = author;
                    while (draft.draft(100).receive() instanceof BooksAuthor.Again again) {
                        draft = again;
                    }
                },
                editor -> {
                    BooksEditor.Drafting next = editor;
                    for (int i = 1; i < drafts; i++) {
                        next = next.receive().again();
                    }
                    next.receive().print(1000);
                },
                printer -> printer.receive());
    }

    @SimulationTest
    void areToldInTheirOrder(Simulation simulation) {
        simulation.delay(Duration.ofSeconds(1));

        play(simulation, 3);

        assertThat(told)
                .containsExactlyInAnyOrder("writing begun", "writing completed", "printing begun", "printing completed")
                .startsWith("writing begun")
                .containsSubsequence("printing begun", "printing completed");
        assertThat(simulation.session().phases().completed()).containsExactlyInAnyOrder("writing", "printing");
    }

    @ExplorationTest(preemptions = 1)
    void whateverTheOrderOfEvents(Simulation simulation) {
        play(simulation, 2);

        assertThat(told)
                .containsSubsequence("writing begun", "writing completed")
                .hasSize(4);
    }

    @SimulationTest
    void areNotCompletedByACrash(Simulation simulation) {
        simulation.crash("Editor", 1);

        try {
            play(simulation, 1);
        } catch (SimulatedCrashException expected) {
            assertThat(expected).hasMessageContaining("Editor");
        }

        assertThat(simulation.session().phases().completed()).isEmpty();
    }
}
