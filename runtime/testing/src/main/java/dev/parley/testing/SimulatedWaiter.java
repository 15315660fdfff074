package dev.parley.testing;

import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.buffer.Waiter;

/** Where a role waits: for its turn, in virtual time. */
final class SimulatedWaiter extends Waiter {

    private final Baton baton;
    private final int role;

    SimulatedWaiter(Gate gate, Baton baton, int role) {
        super(gate, WaitStrategy.SPIN_PARK);
        this.baton = baton;
        this.role = role;
    }

    @Override
    public long now() {
        return baton.now();
    }

    @Override
    public void pause() {
        prepare();
        baton.await(role, Long.MAX_VALUE);
    }

    @Override
    public boolean pause(long deadline) {
        if (baton.now() >= deadline) {
            resume();
            return false;
        }
        prepare();
        baton.await(role, deadline);
        return true;
    }

    @Override
    public void wake() {
        baton.somethingHappened();
    }
}
