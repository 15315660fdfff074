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
            new Operation("advance", 8, (world, a, b) -> world.advance(1 + (long) a * (b % 8) % 40_000)),
            new Operation("create", 8, LifeOperations::create),
            new Operation("start", 8, LifeOperations::start),
            new Operation("pause", 4, LifeOperations::pause),
            new Operation("resume", 6, LifeOperations::resume),
            new Operation("fail", 1, LifeOperations::fail),
            new Operation("complete", 1, LifeOperations::complete),
            new Operation("terminate", 1, LifeOperations::terminate),
            new Operation("force shutdown", 1, LifeOperations::forceShutdown),
            new Operation("shutdown", 1, LifeOperations::shutdown),
            new Operation("rename", 3, LifeOperations::rename),
            new Operation("expire", 1, LifeOperations::expire),
            new Operation("give", 2, LifeOperations::give),
            new Operation("copy", 2, LifeOperations::copy),
            new Operation("delete", 1, LifeOperations::delete),
            new Operation("clean up", 2, LifeOperations::cleanUp),
            new Operation("close", 1, NodeOperations::close),
            new Operation("open", 3, NodeOperations::open),
            new Operation("recover", 4, NodeOperations::recover),
            new Operation("migrate", 4, NodeOperations::migrate),
            new Operation("join", 8, WorkOperations::join),
            new Operation("leave", 2, WorkOperations::leave),
            new Operation("state", 3, WorkOperations::state),
            new Operation("put", 5, WorkOperations::put),
            new Operation("drop", 2, WorkOperations::drop),
            new Operation("define", 2, WorkOperations::define),
            new Operation("begin", 4, WorkOperations::begin),
            new Operation("finish", 3, WorkOperations::finish),
            new Operation("delegate", 8, WorkOperations::delegate),
            new Operation("answer", 3, WorkOperations::answer),
            new Operation("task fails", 4, WorkOperations::taskFails),
            new Operation("talk", 6, TalkOperations::create),
            new Operation("reopen", 4, TalkOperations::reopen),
            new Operation("switch", 3, TalkOperations::activate),
            new Operation("say", 10, TalkOperations::say),
            new Operation("hang up", 2, TalkOperations::remove),
            new Operation("register", 4, LetterOperations::register),
            new Operation("deregister", 1, LetterOperations::deregister),
            new Operation("send", 8, LetterOperations::send),
            new Operation("route", 6, LetterOperations::route));

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
