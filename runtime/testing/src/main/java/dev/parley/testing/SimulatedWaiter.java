package dev.parley.testing;

import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.buffer.Waiter;
import java.util.concurrent.TimeoutException;

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
    public void pause(long deadline) throws TimeoutException {
        if (baton.now() >= deadline) {
            resume();
            throw new TimeoutException();
        }
        prepare();
        baton.await(role, deadline);
    }

    @Override
    public void wake() {
        baton.somethingHappened();
    }
}
