package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
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
 *
 * <p>A party is replayed as a role is: its role lets it begin and waits for it by messages. That a role waits for several parties, one after
 * the other, is one step to its program, so only the last of these receipts is an entry.
 */
final class Replay {

    /** The state in which a party waits for its role. */
    private static final int IDLE = 0;

    private final ProtocolSpec protocol;
    private final Payloads<?> payloads;
    private final List<Progress> places;
    private final List<Flight> flights;
    private final Steps steps;
    private final BitSet phases = new BitSet();
    private final List<Integer> guards = new ArrayList<>();
    private @Nullable String cancelled;

    Replay(ProtocolSpec protocol, Payloads<?> payloads) {
        this.protocol = protocol;
        this.payloads = payloads;
        this.steps = new Steps(protocol);
        this.places =
                Stream.generate(Progress::new).limit(protocol.roles().size()).toList();
        this.flights =
                Stream.generate(Flight::new).limit(protocol.edges().size()).toList();
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
        if (protocol.isJoin(edge)) {
            int role = edge.to();
            for (int each = steps.join(state(role));
                    each != Steps.NO_JOIN && each != received.edge();
                    each = steps.join(state(role))) {
                consume(new Entry.Received(each, flights.get(each).firstNumber()));
            }
        }
        consume(received);
    }

    private void consume(Entry.Received received) throws IOException {
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
        Progress place = places.get(role);
        List<State> states = protocol.machines().get(role).states();
        List<Transition> transitions = states.get(place.state).transitions();
        for (int i = 0; i < transitions.size(); i++) {
            Transition each = transitions.get(i);
            if (each.sends() == sends && each.edge() == message.edge() && each.message() == message.message()) {
                take(place, each, steps.number(role, place.state, i), states, message);
                return;
            }
        }
        throw new IOException((sends ? "a message is sent on " : "a message is received on ")
                + protocol.describe(protocol.edges().get(message.edge())) + " while "
                + stands(role));
    }

    private void take(Progress place, Transition transition, int number, List<State> states, Entry.Sent message) {
        Edge edge = protocol.edges().get(transition.edge());
        int target = transition.target();
        if (transition.sends()) {
            transition.phase().ifPresent(phases::set);
            transition.guard().ifPresent(guards::add);
            if (protocol.isJoin(edge)) {
                place.rest(target);
            } else {
                place.send(message, number, states, target);
            }
        } else if (protocol.isInternal(edge)) {
            place.pass(number, target);
        } else {
            place.receive(message, number, target);
        }
    }

    private void finish(int role) throws IOException {
        Progress place = places.get(role);
        List<State> states = protocol.machines().get(role).states();
        State now = states.get(place.state);
        // Where others go on for ever no end is accepting: the protocol is not over.
        if (!now.accepting() && !now.isFinal()) {
            throw new IOException(protocol.roles().get(role) + " has finished while " + stands(role));
        }
        if (!now.isFinal()) {
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
     * Completes what roles were doing in one step to their programs: sending to several receivers, one after the other, of whom none is to be
     * left out, and telling that a branch is done. There is no state in the midst of it.
     *
     * @return the messages that have to be sent for that, in their order
     */
    List<Entry.Sent> completeSteps() {
        List<Entry.Sent> missing = new ArrayList<>();
        for (int role = 0; role < places.size(); role++) {
            for (State state = state(role); steps.isWithin(state); state = state(role)) {
                Transition next = state.transitions().get(0);
                try {
                    Entry.Sent sent = new Entry.Sent(false, next.edge(), next.message(), payload(role, next));
                    add(sent);
                    missing.add(sent);
                } catch (IOException e) {
                    throw unreadable(e);
                }
            }
        }
        return missing;
    }

    private byte[] payload(int role, Transition next) throws IOException {
        Edge edge = protocol.edges().get(next.edge());
        List<@Nullable Object> values = protocol.isInternal(edge)
                ? List.of()
                : decode(Objects.requireNonNull(places.get(role).sent)).values();
        return payloads.encode(edge, edge.message(next.message()), values);
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

    /** Returns whether a number is that of a party that has begun its branch, and is not at its end. */
    boolean isInBranch(int role) {
        return protocol.isParty(role) && stateNumber(role) != IDLE;
    }

    /** Returns whether a role is where the protocol begins, or a party where it waits for its role. */
    boolean isAtStart(int role) {
        return protocol.isParty(role)
                ? !isInBranch(role)
                : places.get(role).step == Resumption.START && !isFinished(role);
    }

    /** Returns whether its role lets a party begin, which it has not. */
    private boolean mayBegin(int role) {
        return protocol.isParty(role)
                && !isInBranch(role)
                && !flights.get(state(role).transitions().get(0).edge())
                        .messages
                        .isEmpty();
    }

    /** Returns where a role goes on. */
    Resumption resumption(int role) {
        Progress place = places.get(role);
        Entry.Sent received = place.received;
        if (mayBegin(role)) {
            return Resumption.atStart(protocol);
        }
        if (received == null) {
            boolean isOver = protocol.isParty(role) ? !isInBranch(role) : isFinished(role);
            int step = isOver ? Resumption.ENDED : place.step;
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

    /** Returns whether a receipt on an edge is an entry of the journal: it ends a step of its role. */
    boolean isEntry(Edge edge) {
        return steps.isEndedBy(edge);
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
        Edge edge = protocol.edges().get(sent.edge());
        return payloads.decode(edge, edge.message(sent.message()), sent.payload());
    }

    private static JournalException unreadable(Exception e) {
        return new JournalException(
                "A message in the journal cannot be decoded: " + e.getMessage()
                        + ". Reopen the session with the codec that wrote it.",
                e);
    }
}
