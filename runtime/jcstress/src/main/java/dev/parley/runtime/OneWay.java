package dev.parley.runtime;

import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.OutLane;

/** A session of two roles, one of which sends to the other through one slot, for ever. */
final class OneWay {

    private static final ProtocolSpec PROTOCOL = ProtocolSpec.of(
            "parley\t1\tOneWay",
            "role\tSender",
            "role\tReceiver",
            "edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0",
            "message\tput\tvalue:int:0:0",
            "machine\t0",
            "state\tSending\tfalse",
            "send\t0\t1\t0",
            "machine\t1",
            "state\tReceiving\tfalse",
            "receive\t0\t1\t0");

    private static final long HEADER = 1L << 32;

    /** What the listener was told; written by one thread at a time, as it was promised. */
    private final StringBuilder changes = new StringBuilder("ACTIVE");

    final Session session = Session.open(
            PROTOCOL,
            SessionOptions.defaults()
                    .table(new SessionTable())
                    .listener((session, from, to) -> changes.append(' ').append(to)));

    private final Role receiver = new Role(session, 1);
    private final OutLane out = new Role(session, 0).out(0);
    private final InLane in = receiver.in(0);

    /** Roles that stay where they are. */
    private static final class Role extends Endpoint {
        Role(Session session, int role) {
            super(session, role);
        }

        @Override
        protected int state() {
            return 0;
        }
    }

    /** Returns all the statuses that the listener knows of. */
    String history() {
        return changes.toString();
    }

    void send() {
        out.send(HEADER);
    }

    void receive() {
        while (in.poll() == InLane.EMPTY) {
            receiver.pause();
        }
        receiver.resume();
        in.advance();
    }

    boolean tryReceive() {
        if (in.poll() == InLane.EMPTY) {
            return false;
        }
        in.advance();
        return true;
    }
}
