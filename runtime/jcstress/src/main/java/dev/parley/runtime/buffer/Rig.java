package dev.parley.runtime.buffer;

/** A lane with all that is around it. */
final class Rig {

    final SwitchGate gate = new SwitchGate();
    final Waiter sender = new Waiter(gate, WaitStrategy.SPIN_PARK);
    final Waiter receiver = new Waiter(gate, WaitStrategy.SPIN_PARK);
    final OutLane out;
    final InLane in;

    Rig(LaneSpec spec) {
        Lane lane = Lane.create(spec, gate, sender, receiver);
        this.out = lane.out();
        this.in = lane.in();
        receiver.receivesFrom(in);
    }
}
