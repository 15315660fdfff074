package dev.parley.samples.protocols;

import dev.parley.runtime.Endpoint;
import dev.parley.runtime.Place;
import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Machine;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.Seat;
import dev.parley.runtime.Vacancy;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import dev.parley.runtime.buffer.OutLane;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Plays any role by its compiled machine, as its own random numbers decide, and notes what it does. After some steps it makes for the end. */
final class Walker extends Endpoint {

    private static final int LONG_ENOUGH = 12;

    /** What a role is when it is handed over: all but its place. */
    record Luggage(ProtocolSpec protocol, int role, Random random, List<String> notes) {}

    private final Luggage luggage;
    private final Machine machine;
    private final int[] distances;
    private final Map<Integer, OutLane> out = new HashMap<>();
    private final Map<Integer, InLane> in = new HashMap<>();
    private int state;

    Walker(Place place, Luggage luggage, int state) {
        super(place, luggage.role());
        this.luggage = luggage;
        this.machine = luggage.protocol().machines().get(luggage.role());
        this.distances = distances(machine);
        this.state = state;
        for (Edge edge : luggage.protocol().edges()) {
            int number = edge.lane().edge();
            if (edge.from() == luggage.role()) {
                out.put(number, out(number));
            } else if (edge.to() == luggage.role()) {
                in.put(number, in(number));
            }
        }
    }

    static Walker sit(Vacancy seat, Luggage luggage, int state) {
        return new Walker(seat.take(luggage.protocol(), luggage.role(), state), luggage, state);
    }

    /** Returns for each state how many steps it is at least from an end. */
    private static int[] distances(Machine machine) {
        int[] distances = new int[machine.states().size()];
        Arrays.fill(distances, distances.length);
        for (int round = 0; round < distances.length; round++) {
            for (int i = 0; i < distances.length; i++) {
                State state = machine.states().get(i);
                int next = state.transitions().stream()
                        .mapToInt(step -> distances[step.target()])
                        .min()
                        .orElse(-1);
                distances[i] = Math.min(distances[i], state.accepting() ? 0 : next + 1);
            }
        }
        return distances;
    }

    int stateNow() {
        return state;
    }

    Seat<Object> toSeat() {
        state = ~state;
        return new Seat<>(this);
    }

    /** Plays to the end, or until so many steps are noted: then returns false. */
    boolean play(int steps) {
        while (true) {
            State here = machine.states().get(state);
            if (here.isFinal()) {
                finish();
                return true;
            }
            if (luggage.notes().size() >= steps && !here.multicastRest()) {
                return false;
            }
            if (!here.receives()) {
                send(choose(here));
            } else if (!awaitMessage(here)) {
                finish();
                return true;
            }
        }
    }

    private Transition choose(State here) {
        List<Transition> sends = here.transitions().stream()
                .filter(each -> !luggage.protocol().message(each).crash())
                .toList();
        return luggage.notes().size() < LONG_ENOUGH
                ? sends.get(luggage.random().nextInt(sends.size()))
                : sends.stream()
                        .min((a, b) -> distances[a.target()] - distances[b.target()])
                        .orElseThrow();
    }

    private void send(Transition send) {
        MessageLayout message = luggage.protocol().message(send);
        List<@Nullable Object> values =
                message.parameters().stream().map(this::value).toList();
        message.write(out.get(send.edge()), values);
        note("sends", send, message, values);
    }

    /** Returns false if the protocol is over. */
    private boolean awaitMessage(State here) {
        while (!tryReceive(here)) {
            boolean closed = here.transitions().stream()
                    .allMatch(each -> in.get(each.edge()).poll() == InLane.CLOSED);
            if (here.accepting() && (closed || over())) {
                return false;
            }
            pause();
        }
        resume();
        return true;
    }

    private boolean tryReceive(State here) {
        for (Transition receive : here.transitions()) {
            InLane lane = in.get(receive.edge());
            long header = lane.poll();
            if (header > 0 && header >>> 32 == receive.message()) {
                active();
                MessageLayout message = luggage.protocol().message(receive);
                List<@Nullable Object> values = message.read(lane, header);
                lane.advance();
                note("receives", receive, message, values);
                return true;
            }
        }
        return false;
    }

    private void note(String does, Transition step, MessageLayout message, List<@Nullable Object> values) {
        state = step.target();
        luggage.notes().add(does + " " + message.label() + values);
    }

    private @Nullable Object value(Parameter parameter) {
        Random random = luggage.random();
        return switch (parameter.type()) {
            case "boolean" -> random.nextBoolean();
            case "int" -> random.nextInt();
            case "long" -> random.nextLong();
            case "double" -> random.nextDouble();
            case "java.lang.String" -> Integer.toString(random.nextInt(), Character.MAX_RADIX);
            default -> null;
        };
    }

    @Override
    protected int state() {
        return state;
    }
}
