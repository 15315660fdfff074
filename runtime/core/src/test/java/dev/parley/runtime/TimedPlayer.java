package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Timeout;
import dev.parley.runtime.ProtocolSpec.Transition;

/** Plays a role that only sends, of any protocol with timeouts, as a generated endpoint does by its code. */
final class TimedPlayer extends TimedEndpoint<Void> {

    private final Session session;
    private final int role;
    private int state;

    TimedPlayer(Session session, String role) {
        super(session, session.protocol().role(role));
        this.session = session;
        this.role = session.protocol().role(role);
        enter(0);
    }

    @Override
    protected int state() {
        return state;
    }

    /** Sends a message, to all receivers if it is the one with the timeout, which is the only multicast. */
    void send(String label) {
        Transition first = spec().transitions().stream()
                .filter(each -> session.protocol().message(each).label().equals(label))
                .findFirst()
                .orElseThrow();
        Timeout timeout = spec().timeout().orElseThrow();
        boolean timed = timeout.transition().equals(first);
        boolean sends = true;
        if (timed) {
            sends = isInTime();
        } else {
            choose();
        }
        int target = state;
        Transition next = first;
        for (int i = 0; i < (timed ? timeout.receivers() : 1); i++) {
            if (sends) {
                out(next.edge()).send((long) next.message() << 32);
            }
            target = next.target();
            next = states(target).transitions().isEmpty()
                    ? next
                    : states(target).transitions().get(0);
        }
        enter(target);
    }

    private void enter(int target) {
        state = target;
        if (spec().timeout().isPresent()) {
            startTimer();
        }
        if (spec().isFinal()) {
            finish();
        }
    }

    private State spec() {
        return states(state);
    }

    private State states(int number) {
        return session.protocol().machines().get(role).states().get(number);
    }
}
