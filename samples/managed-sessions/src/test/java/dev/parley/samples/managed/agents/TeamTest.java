package dev.parley.samples.managed.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.store.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamTest {

    private static final Agent ARCHITECT = new Agent("codex://architect", wish -> "plan of " + wish);
    private static final Agent BUILDER = new Agent("claude-code://builder", plan -> "change by " + plan);
    private static final Agent REVIEWER = new Agent("human://reviewer", change -> "fine");

    private final SessionManager manager =
            SessionManager.open(ManagerOptions.defaults().store(new MemoryStore()));
    private final SessionHandle session = manager.create(SessionKind.ACTIVE, "work", "lee");

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void theStepsAreThePhasesOfTheProtocol() throws Exception {
        session.start();

        String change =
                team(ARCHITECT, BUILDER, REVIEWER).deliver("a door", ids(ARCHITECT), ids(BUILDER), ids(REVIEWER));

        assertThat(change).isEqualTo("change by plan of a door");
        assertThat(session.workflow().now().completed()).containsExactly("design", "build", "review");
        assertThat(session.tasks().of("build")).hasSize(1);
        assertThat(session.participants().present().stream().map(Participant::framework))
                .containsExactly(Optional.of("codex"), Optional.of("claude-code"), Optional.of("human"));
    }

    @Test
    void whatIsRejectedIsBuiltAgain() throws Exception {
        session.start();
        AtomicInteger looks = new AtomicInteger();
        Agent strict = new Agent("human://strict", change -> looks.incrementAndGet() < 3 ? "wider" : "fine");

        String change = team(ARCHITECT, BUILDER, strict).deliver("a door", ids(ARCHITECT), ids(BUILDER), ids(strict));

        assertThat(change).endsWith("wider, wider");
        assertThat(session.tasks().of("review")).hasSize(3);
        assertThat(session.context().get("change").orElseThrow().value()).isEqualTo(change);
    }

    @Test
    void theNextAgentDoesWhatOneCannot() throws Exception {
        session.start();
        Agent ill = new Agent("codex://ill", plan -> {
            throw new CannotException("no hands");
        });

        team(ARCHITECT, ill, BUILDER, REVIEWER)
                .deliver("a door", ids(ARCHITECT), List.of(ill.id(), BUILDER.id()), ids(REVIEWER));

        Task task = session.tasks().of("build").get(0);
        assertThat(task.agent()).isEqualTo(BUILDER.id());
        assertThat(task.attempt()).isEqualTo(2);
    }

    private Team team(Agent... agents) {
        return new Team(session, List.of(agents));
    }

    private static List<String> ids(Agent agent) {
        return List.of(agent.id());
    }
}
