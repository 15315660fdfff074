package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.journal.MemoryJournal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhasesTest {

    /** Left begins, and may begin again; then it ends. */
    private static final ProtocolSpec WORK = ProtocolSpec.of(
            "parley\t1\tWork",
            "role\tLeft",
            "role\tRight",
            "phase\tdesign",
            "phase\tbuild",
            "edge\t0\t1\tFIFO\tBLOCK\t8\t8\tfalse\t1\t0",
            "message\tplan",
            "message\tmake",
            "message\tstop",
            "machine\t0",
            "state\tPlan\tfalse",
            "send\t0\t1\t1",
            "in\t0",
            "state\tMake\tfalse",
            "send\t0\t2\t1",
            "in\t1",
            "send\t0\t3\t2",
            "state\tEnd\ttrue",
            "machine\t1",
            "state\tPlan\tfalse",
            "receive\t0\t1\t1",
            "in\t0",
            "state\tMake\tfalse",
            "receive\t0\t2\t1",
            "in\t1",
            "receive\t0\t3\t2",
            "state\tEnd\ttrue");

    private final List<String> told = new ArrayList<>();
    private final SessionOptions options = SessionOptions.defaults().listener(new SessionListener() {
        @Override
        public void statusChanged(Session session, SessionStatus from, SessionStatus to) {}

        @Override
        public void phaseBegun(Session session, String phase) {
            told.add("begun " + phase);
            assertThat(session.phases().current()).contains(phase);
        }

        @Override
        public void phaseCompleted(Session session, String phase) {
            told.add("completed " + phase);
            throw new IllegalStateException("listeners may fail");
        }
    });

    private static Phases phases(List<String> current, List<String> completed, List<String> pending) {
        return new Phases(current, completed, pending);
    }

    @Test
    void aPhaseBeginsWhenItsWorkCanAndIsCompletedWhenAllAreThroughWithIt() {
        Session session = Session.open(WORK, options);
        assertThat(session.phases()).isEqualTo(phases(List.of("design"), List.of(), List.of("build")));
        Player left = new Player(session, "Left").send("plan");
        assertThat(session.phases()).isEqualTo(phases(List.of("design"), List.of(), List.of("build")));
        Player right = new Player(session, "Right");
        right.receive();
        assertThat(session.phases()).isEqualTo(phases(List.of(), List.of("design"), List.of("build")));
        left.send("make").send("make");
        assertThat(session.phases()).isEqualTo(phases(List.of("build"), List.of("design"), List.of()));
        left.send("stop");
        assertThat(session.phases()).isEqualTo(phases(List.of("build"), List.of("design"), List.of()));
        right.receive();
        right.receive();
        right.receive();

        assertThat(session.phases()).isEqualTo(phases(List.of(), List.of("design", "build"), List.of()));
        assertThat(told).containsExactly("begun design", "completed design", "begun build", "completed build");
    }

    @Test
    void aReopenedSessionIsInThePhaseThatItWasIn() {
        MemoryJournal journal = new MemoryJournal();
        Session before = Session.open(WORK, options.journal(journal));
        new Player(before, "Left").send("plan").send("make");
        new Player(before, "Right").receive();
        before.close();
        told.clear();

        try (Session after = Session.reopen(WORK, options.journal(journal))) {
            assertThat(after.phases()).isEqualTo(phases(List.of("build"), List.of("design"), List.of()));
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aProtocolWithoutPhasesHasNone() {
        try (Session session = Session.open(Protocols.CALCULATOR, SessionOptions.defaults())) {
            assertThat(session.phases()).isEqualTo(phases(List.of(), List.of(), List.of()));
        }
    }
}
