package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.Gate;

/** The gate of a place where one message is taken apart: whether it may pass was found out before. */
final class Unguarded extends Gate {

    private final Gate session;

    Unguarded(Gate session) {
        this.session = session;
    }

    @Override
    public RuntimeException overflow(int edge, int capacity) {
        return session.overflow(edge, capacity);
    }

    @Override
    public RuntimeException wouldBlock(int edge, int capacity) {
        return session.wouldBlock(edge, capacity);
    }

    @Override
    public RuntimeException failed(Throwable cause) {
        return session.failed(cause);
    }

    @Override
    public void drained() {}

    @Override
    public void interrupted() {}
}
