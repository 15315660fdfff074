package dev.parley.sessions.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.RecoveryReport;
import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import java.util.List;

/** What is done with managers. */
final class NodeOperations {

    private NodeOperations() {}

    private static ModelNode node(World world, int which) {
        return world.model.nodes.get(which % 2);
    }

    static void close(World world, int a, int b) {
        ModelNode node = node(world, a);
        if (node.open) {
            world.close(node);
        }
    }

    static void open(World world, int a, int b) {
        ModelNode node = node(world, a);
        if (!node.open) {
            world.open(node);
        }
    }

    static void recover(World world, int a, int b) {
        ModelNode node = node(world, a);
        world.manager(node.number).ifPresent(manager -> {
            List<String> expected =
                    world.model.recover(node).stream().map(each -> each.id).toList();
            RecoveryReport report = manager.recover();
            assertThat(report.failures()).isEmpty();
            assertThat(report.recovered()).extracting(SessionHandle::id).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    static void migrate(World world, int a, int b) {
        world.any(a).ifPresent(session -> {
            ModelNode to = node(world, session.runs + 1);
            SessionManager from = world.manager(session.runs).orElseThrow();
            world.manager(to.number).ifPresent(manager -> migrate(world, session, from, to, manager));
        });
    }

    private static void migrate(
            World world, ModelSession session, SessionManager from, ModelNode to, SessionManager manager) {
        Model model = world.model;
        boolean done = new Rule()
                .limit(
                        session.isLive() && (model.isFull(to.number) || model.isFull(to.number, session.owner)),
                        () -> model.tellOfLimit(to.number))
                .allows(() -> from.migrate(session.id, manager));
        if (done) {
            model.migrate(session, to.number);
        }
    }
}
