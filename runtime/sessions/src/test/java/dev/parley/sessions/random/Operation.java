package dev.parley.sessions.random;

import java.util.List;

/**
 * Something that is done to the managers and to the model, and must come to the same.
 *
 * @param name what it is called
 * @param weight how often it is done, compared with others
 * @param act what is done
 */
record Operation(String name, int weight, Act act) {

    /** What can be done. */
    static final List<Operation> ALL = List.of(
            new Operation("advance", 14, (world, a, b) -> world.advance(b % 4 == 0 ? 1 + a * 7L : 1 + a / 2L)),
            new Operation("create", 10, LifeOperations::create),
            new Operation("start", 16, LifeOperations::start),
            new Operation("pause", 8, LifeOperations::pause),
            new Operation("resume", 16, LifeOperations::resume),
            new Operation("fail", 1, LifeOperations::fail),
            new Operation("complete", 1, LifeOperations::complete),
            new Operation("terminate", 1, LifeOperations::terminate),
            new Operation("force shutdown", 1, LifeOperations::forceShutdown),
            new Operation("shutdown", 1, LifeOperations::shutdown),
            new Operation("rename", 4, LifeOperations::rename),
            new Operation("expire", 1, LifeOperations::expire),
            new Operation("give", 4, LifeOperations::give),
            new Operation("copy", 3, LifeOperations::copy),
            new Operation("delete", 3, LifeOperations::delete),
            new Operation("clean up", 3, LifeOperations::cleanUp),
            new Operation("close", 1, NodeOperations::close),
            new Operation("open", 6, NodeOperations::open),
            new Operation("recover", 8, NodeOperations::recover),
            new Operation("migrate", 4, NodeOperations::migrate),
            new Operation("archive", 4, ArchiveOperations::archive),
            new Operation("restore", 6, ArchiveOperations::restore),
            new Operation("join", 22, WorkOperations::join),
            new Operation("leave", 6, WorkOperations::leave),
            new Operation("state", 8, WorkOperations::state),
            new Operation("put", 12, WorkOperations::put),
            new Operation("drop", 5, WorkOperations::drop),
            new Operation("define", 6, WorkOperations::define),
            new Operation("begin", 12, WorkOperations::begin),
            new Operation("finish", 12, WorkOperations::finish),
            new Operation("delegate", 26, WorkOperations::delegate),
            new Operation("answer", 10, WorkOperations::answer),
            new Operation("task fails", 14, WorkOperations::taskFails),
            new Operation("talk", 14, TalkOperations::create),
            new Operation("reopen", 10, TalkOperations::reopen),
            new Operation("switch", 8, TalkOperations::activate),
            new Operation("say", 36, TalkOperations::say),
            new Operation("hang up", 5, TalkOperations::remove),
            new Operation("register", 14, LetterOperations::register),
            new Operation("deregister", 2, LetterOperations::deregister),
            new Operation("send", 30, LetterOperations::send),
            new Operation("route", 16, LetterOperations::route));

    /** What is done; the numbers choose to what and how. */
    @FunctionalInterface
    interface Act {
        void on(World world, int a, int b) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
