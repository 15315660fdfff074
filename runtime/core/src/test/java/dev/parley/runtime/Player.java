package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.OutLane;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Plays any role of any protocol by its compiled tables, as a generated endpoint does by its code. */
final class Player extends Endpoint {

    private final Session session;
    private final int role;
    private final Map<Integer, OutLane> out = new HashMap<>();
    private final Map<Integer, InLane> in = new HashMap<>();
    private int state;

    Player(Session session, String role) {
        this(session, session.protocol().role(role), 0);
    }

    private Player(Place place, int role, int state) {
        super(place, role);
        this.session = place.session();
        this.role = role;
        this.state = state;
    }

    /** Sits down on the seat of a role that goes on in a state. */
    static Player sit(Vacancy seat, ProtocolSpec protocol, String role, int state) {
        int number = protocol.role(role);
        return new Player(seat.take(protocol, number, state), number, state);
    }

    /** Returns the status of the session that it plays in, or of what stands for it here. */
    SessionStatus status() {
        return session.status();
    }

    /** Leaves the role to whoever sits down on the seat. */
    Seat.At<Object, Object> toSeat() {
        // As generated code, which has all lanes from the beginning: whoever sends to the role learns when there is
        // room.
        for (Edge edge : session.protocol().edges()) {
            if (edge.to() == role) {
                in.computeIfAbsent(edge.lane().edge(), this::in);
            }
        }
        state = ~state;
        return new Seat.At<>(this);
    }

    /** Enters a role of a reopened session where it stands. */
    static Player resume(Session session, String role) {
        Resumption from = session.resume(session.protocol().role(role));
        Player player = new Player(session, role);
        player.state = from.state();
        return player;
    }

    /** A received message; the label is {@code end} where the protocol is over. */
    record Received(String label, List<@Nullable Object> values) {}

    @Override
    protected int state() {
        return state;
    }

    Player send(String label, @Nullable Object... values) {
        for (Transition transition : spec().transitions()) {
            Edge edge = session.protocol().edges().get(transition.edge());
            MessageLayout message = edge.message(transition.message());
            if (transition.sends() && message.label().equals(label)) {
                transition.guard().ifPresent(this::guard);
                transition.phase().ifPresent(this::begins);
                message.write(out.computeIfAbsent(transition.edge(), this::out), Arrays.asList(values));
                enter(transition.target());
                return this;
            }
        }
        throw used(state);
    }

    @Nullable Received tryReceive() {
        int closed = 0;
        for (Transition transition : spec().transitions()) {
            InLane lane = in.computeIfAbsent(transition.edge(), this::in);
            long header = lane.poll();
            if (header == InLane.CLOSED) {
                closed++;
            } else if (header >>> 32 == transition.message()) {
                active();
                MessageLayout message =
                        session.protocol().edges().get(transition.edge()).message(transition.message());
                Received received = new Received(message.label(), message.read(lane, header));
                lane.advance();
                enter(transition.target());
                return received;
            }
        }
        if (spec().accepting() && (closed == spec().transitions().size() || over())) {
            finish();
            return new Received("end", List.of());
        }
        return null;
    }

    Received receive() {
        Received received = tryReceive();
        if (received == null) {
            do {
                pause();
                received = tryReceive();
            } while (received == null);
            resume();
        }
        return received;
    }

    Received receive(Duration timeout) throws TimeoutException {
        Received received = tryReceive();
        if (received == null) {
            long deadline = deadline(timeout);
            do {
                pause(deadline);
                received = tryReceive();
            } while (received == null);
            resume();
        }
        return received;
    }

    private void enter(int target) {
        state = target;
        if (!session.protocol().phases().isEmpty()) {
            moved();
        }
        if (spec().isFinal()) {
            finish();
        }
    }

    private State spec() {
        return session.protocol().machines().get(role).states().get(state);
    }
}
