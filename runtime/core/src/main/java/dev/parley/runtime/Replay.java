package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Machine;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.Mode;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.journal.JournalException;
import dev.parley.runtime.transport.DecodedMessage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plays a session's journal over the machines of its protocol, which gives where each role stands, and what was sent and not received.
 *
 * <p>Entries of one role are in the order of its steps, and a message is sent before it is received, so each entry is a step that
 * its role's machine allows; anything else is refused.
 */
final class Replay {

    private final ProtocolSpec protocol;
    private final Payloads<?> payloads;
    private final List<Place> places;
    private final List<Flight> flights;
    private final List<int[]> firstSteps;
    private final BitSet phases = new BitSet();
    private final List<Integer> guards = new ArrayList<>();
    private @Nullable String cancelled;

    Replay(ProtocolSpec protocol, Payloads<?> payloads) {
        this.protocol = protocol;
        this.payloads = payloads;
        this.firstSteps = protocol.machines().stream().map(Replay::firstSteps).toList();
        this.places = Stream.generate(Place::new).limit(protocol.roles().size()).toList();
        this.flights =
                Stream.generate(Flight::new).limit(protocol.edges().size()).toList();
    }

    /** Where a role stands. */
    private static final class Place {
        int state;

        /** The step by which its typed state was reached. */
        int step = Resumption.START;

        /** The message that it received in that step; null if it received none. */
        Entry.@Nullable Sent received;

        /** The message that it sent last. */
        Entry.@Nullable Sent sent;

        /** The state in which it began to send that, perhaps to several receivers. */
        int origin;

        void receive(Entry.Sent message, int number, int target) {
            step = number;
            received = message;
            state = target;
        }

        /** A role that sends and is in the same state afterwards keeps the object that it has for it. */
        void send(Entry.Sent message, int number, List<State> states, int target) {
            if (!states.get(state).multicastRest()) {
                origin = state;
            }
            sent = message;
            state = target;
            if (target != origin && !states.get(target).multicastRest()) {
                step = number;
                received = null;
            }
        }
    }

    /** What is in flight on an edge. */
    private static final class Flight {
        final Deque<Entry.Sent> messages = new ArrayDeque<>();
        long sent;

        long firstNumber() {
            return sent - messages.size() + 1;
        }
    }

    /**
     * Takes in the next entry.
     *
     * @throws JournalException if it does not fit to those before it
     */
    void add(long number, byte[] bytes) {
        try {
            Entry entry = Entry.decode(bytes);
            if (entry instanceof Entry.Sent sent) {
                add(sent);
            } else if (entry instanceof Entry.Received received) {
                receive(received);
            } else if (entry instanceof Entry.Finished finished) {
                finish(finished.role());
            } else if (entry instanceof Entry.Cancelled last) {
                cancelled = last.reason();
            } else {
                throw new IOException("a session begins in it for the second time");
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new JournalException(
                    "The journal is not that of a session of " + protocol + ": entry " + number
                            + " does not fit to those before it, as " + e.getMessage()
                            + ". Take the journal from a backup.",
                    e);
        }
    }

    private void add(Entry.Sent sent) throws IOException {
        step(protocol.edges().get(sent.edge()).from(), true, sent);
        if (!sent.lost()) {
            Flight flight = flights.get(sent.edge());
            flight.messages.add(sent);
            flight.sent++;
        }
    }

    private void receive(Entry.Received received) throws IOException {
        Edge edge = protocol.edges().get(received.edge());
        Flight flight = flights.get(received.edge());
        long first = flight.firstNumber();
        long last = edge.lane().mode() == Mode.FIFO ? first : flight.sent;
        if (received.number() < first || received.number() > last || flight.messages.isEmpty()) {
            throw new IOException("message " + received.number() + " of " + protocol.describe(edge)
                    + " is received in it, and the next is " + first + " of " + flight.sent);
        }
        // Those before it were replaced by it before anybody saw them.
        for (long skipped = first; skipped < received.number(); skipped++) {
            flight.messages.remove();
        }
        step(edge.to(), false, flight.messages.remove());
    }

    private void step(int role, boolean sends, Entry.Sent message) throws IOException {
        Place place = places.get(role);
        List<State> states = protocol.machines().get(role).states();
        List<Transition> transitions = states.get(place.state).transitions();
        for (int i = 0; i < transitions.size(); i++) {
            Transition each = transitions.get(i);
            if (each.sends() == sends && each.edge() == message.edge() && each.message() == message.message()) {
                int number = firstSteps.get(role)[place.state] + i;
                if (sends) {
                    each.phase().ifPresent(phases::set);
                    each.guard().ifPresent(guards::add);
                    place.send(message, number, states, each.target());
                } else {
                    place.receive(message, number, each.target());
                }
                return;
            }
        }
        throw new IOException((sends ? "a message is sent on " : "a message is received on ")
                + protocol.describe(protocol.edges().get(message.edge())) + " while "
                + stands(role));
    }

    /** Returns for each state of a machine the number of its first step, counted from 1 over all of them. */
    private static int[] firstSteps(Machine machine) {
        int[] first = new int[machine.states().size()];
        int next = Resumption.START + 1;
        for (int i = 0; i < first.length; i++) {
            first[i] = next;
            next += machine.states().get(i).transitions().size();
        }
        return first;
    }

    private void finish(int role) throws IOException {
        Place place = places.get(role);
        List<State> states = protocol.machines().get(role).states();
        if (!states.get(place.state).accepting()) {
            throw new IOException(protocol.roles().get(role) + " has finished while " + stands(role));
        }
        if (!states.get(place.state).isFinal()) {
            place.state = end(states);
            place.received = null;
        }
    }

    private static int end(List<State> states) {
        int end = 0;
        while (!states.get(end).isFinal()) {
            end++;
        }
        return end;
    }

    /**
     * Completes what was being sent to several receivers, one after the other: none of them is to be left out, and the sender has no
     * state in the midst of it.
     *
     * @return the messages that have to be sent for that, in their order
     */
    List<Entry.Sent> completeMulticasts() {
        List<Entry.Sent> missing = new ArrayList<>();
        for (int role = 0; role < places.size(); role++) {
            for (State state = state(role); state.multicastRest(); state = state(role)) {
                Transition next = state.transitions().get(0);
                Entry.Sent begun = Objects.requireNonNull(places.get(role).sent);
                try {
                    DecodedMessage message = decode(begun);
                    MessageLayout layout = protocol.edges().get(next.edge()).message(next.message());
                    Entry.Sent sent = new Entry.Sent(
                            false, next.edge(), next.message(), payloads.encode(layout, message.values()));
                    add(sent);
                    missing.add(sent);
                } catch (IOException e) {
                    throw unreadable(e);
                }
            }
        }
        return missing;
    }

    private LocalState stands(int role) {
        return new LocalState(protocol.roles().get(role), new LocalType.Variable(protocol, role, stateNumber(role)));
    }

    private State state(int role) {
        return protocol.machines().get(role).states().get(stateNumber(role));
    }

    /** Returns the number of the state that a role is in. */
    int stateNumber(int role) {
        return places.get(role).state;
    }

    /** Returns whether a role has reached an end. */
    boolean isFinished(int role) {
        return state(role).isFinal();
    }

    /** Returns whether a role is where the protocol begins. */
    boolean hasDoneNothing(int role) {
        return places.get(role).step == Resumption.START && !isFinished(role);
    }

    /** Returns where a role goes on. */
    Resumption resumption(int role) {
        Place place = places.get(role);
        Entry.Sent received = place.received;
        if (received == null) {
            int step = isFinished(role) ? Resumption.ENDED : place.step;
            return new Resumption(
                    place.state, step, new Envelope(protocol.edges().get(0).lane()));
        }
        Envelope envelope = new Envelope(protocol.edges().get(received.edge()).lane());
        write(received, envelope);
        return new Resumption(place.state, place.step, envelope);
    }

    /** Returns the phases of which messages were sent. */
    BitSet phases() {
        return phases;
    }

    /** Returns the numbers of the guarded messages that were sent, in order. */
    List<Integer> guards() {
        return guards;
    }

    /** Returns why the session was cancelled; null if it was not. */
    @Nullable String cancelled() {
        return cancelled;
    }

    /** Returns the messages in flight on an edge, in order. */
    List<Entry.Sent> inFlight(int edge) {
        return List.copyOf(flights.get(edge).messages);
    }

    /** Returns how many messages were sent on an edge. */
    long sent(int edge) {
        return flights.get(edge).sent;
    }

    /** Sends a message once more. */
    void write(Entry.Sent sent, OutLane lane) {
        try {
            DecodedMessage message = decode(sent);
            message.message().write(lane, message.values());
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private DecodedMessage decode(Entry.Sent sent) throws IOException {
        return payloads.decode(protocol.edges().get(sent.edge()).message(sent.message()), sent.payload());
    }

    private static JournalException unreadable(Exception e) {
        return new JournalException(
                "A message in the journal cannot be decoded: " + e.getMessage()
                        + ". Reopen the session with the codec that wrote it.",
                e);
    }
}
