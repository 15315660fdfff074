package dev.parley.sessions.random;

import dev.parley.sessions.SessionManager;
import dev.parley.sessions.store.NameTakenException;
import dev.parley.sessions.store.SessionArchive;
import dev.parley.sessions.store.SessionExistsException;

/** What is done with archives. */
final class ArchiveOperations {

    private ArchiveOperations() {}

    static void archive(World world, int a, int b) {
        world.any(a).ifPresent(session -> {
            SessionManager manager = world.manager(session.runs).orElseThrow();
            String json = manager.archive(session.id).toJson();
            world.model.archives.add(new ModelArchive(json, session.archived()));
        });
    }

    /** What has ended is kept, and run nowhere. */
    static void restore(World world, int a, int b) {
        ModelNode node = world.model.nodes.get(b % 2);
        World.pick(world.model.archives, a)
                .ifPresent(archive ->
                        world.manager(node.number).ifPresent(manager -> restore(world, archive, node, manager)));
    }

    private static void restore(World world, ModelArchive archive, ModelNode node, SessionManager manager) {
        Model model = world.model;
        ModelSession session = archive.session().archived();
        boolean done = new Rule()
                .no(SessionExistsException.class, model.sessions.containsKey(session.id))
                .no(NameTakenException.class, session.isLive() && model.isTaken(session, session.name))
                .limit(
                        session.isLive() && (model.isFull(node.number) || model.isFull(node.number, session.owner)),
                        () -> model.tellOfLimit(node.number))
                .allows(() -> manager.restore(SessionArchive.parse(archive.json())));
        if (done) {
            model.sessions.put(session.id, session);
            session.node = node.number;
            if (session.isLive()) {
                model.goOn(session, node.number);
            } else {
                session.epoch = 1;
            }
        }
    }
}
