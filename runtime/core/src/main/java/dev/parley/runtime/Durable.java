package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.Mode;
import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.JournalException;
import dev.parley.runtime.transport.MessageCodec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What makes a session durable: writes what happens to its journal, and knows from there what happened before it was opened. */
final class Durable {

    private final ProtocolSpec protocol;
    private final Journal journal;
    private final Payloads<?> payloads;
    private final JournaledSession session;
    private final boolean begins;
    private final Replay before;

    /** For each role 1 once it has been told where it goes on. */
    private final AtomicIntegerArray resumed;

    /**
     * What the user has said: the session is durable.
     *
     * @param journal where it is written
     * @param codec how payloads are written
     */
    record Option(Journal journal, MessageCodec<?> codec) {}

    private Durable(ProtocolSpec protocol, Option option, SessionOptions options) {
        this.protocol = protocol;
        Conductor conductor = options.conductor();
        this.journal = conductor == null ? option.journal() : conductor.journal(option.journal());
        this.payloads = new Payloads<>(protocol, option.codec());
        payloads.check();
        Optional<JournaledSession> found = JournaledSession.in(journal);
        this.begins = found.isEmpty();
        this.session = found.orElseGet(() -> begin(protocol, options));
        this.before = new Replay(protocol, payloads);
        this.resumed = new AtomicIntegerArray(protocol.roles().size());
    }

    /** Ids that tables count are counted anew in every process. */
    private static JournaledSession begin(ProtocolSpec protocol, SessionOptions options) {
        String id = options.id().orElseGet(() -> protocol.simpleName() + "-" + UUID.randomUUID());
        return new JournaledSession(id, protocol.name(), protocol.version());
    }

    /**
     * Returns what makes a new session durable; null if it is not to be.
     *
     * @throws IllegalArgumentException if the session cannot be durable
     * @throws IllegalStateException if the journal has a session in it
     */
    static @Nullable Durable open(ProtocolSpec protocol, SessionOptions options) {
        Option option = options.durable();
        if (option == null) {
            return null;
        }
        Durable durable = new Durable(protocol, check(option, protocol, options), options);
        if (!durable.begins) {
            throw new IllegalStateException("The journal has session " + durable.session.id() + " of "
                    + durable.session.protocol() + " in it. Reopen that one, or choose another journal.");
        }
        return durable;
    }

    /**
     * Returns what makes a session durable that goes on where its journal ends.
     *
     * @throws IllegalArgumentException if there is no journal, or the session cannot be durable
     * @throws IllegalStateException if the journal's session is another one, or of another protocol or version
     * @throws JournalException if the journal cannot be read or written, or does not fit the protocol
     */
    static Durable reopen(ProtocolSpec protocol, SessionOptions options) {
        Option option = options.durable();
        if (option == null) {
            throw new IllegalArgumentException("The options name no journal to reopen a session of " + protocol
                    + " from. Name it with journal().");
        }
        Durable durable = new Durable(protocol, check(option, protocol, options), options);
        durable.checkSame(options);
        durable.journal.read(1, durable.before::add);
        return durable;
    }

    private static Option check(Option option, ProtocolSpec protocol, SessionOptions options) {
        if (!options.remotes().isEmpty()) {
            throw new IllegalArgumentException(
                    "The session is to be durable, and some of its roles are played elsewhere,"
                            + " where this journal does not reach: leave out journal() or remote().");
        }
        if (protocol.hasFamilies()) {
            throw new IllegalArgumentException("A session of " + protocol
                    + " cannot be durable: a journal knows roles, not the members of families. Leave out journal().");
        }
        if (option.journal() == options.facts()) {
            throw new IllegalArgumentException("The journal of a durable session is for that session only:"
                    + " give facts() another one than journal().");
        }
        return option;
    }

    private void checkSame(SessionOptions options) {
        if (!session.protocol().equals(protocol.name())) {
            throw new IllegalStateException("The journal is of session " + session.id() + " of " + session.protocol()
                    + ", not of one of " + protocol + ". Reopen it with the class of its own protocol.");
        }
        if (!session.version().equals(protocol.version())) {
            throw new IllegalStateException("Session " + session.id() + " was begun under another version of "
                    + protocol + ", which lets the roles do other things: its version is " + session.version()
                    + ", and here is " + protocol.version()
                    + ". Play it to its end with the version it was begun under.");
        }
        options.id().filter(id -> !id.equals(session.id())).ifPresent(id -> {
            throw new IllegalStateException("The journal is of session " + session.id() + ", not of session " + id
                    + ". Leave out the id, or choose that session's journal.");
        });
    }

    String id() {
        return session.id();
    }

    /** Returns what was known of the session before it was opened. */
    Replay before() {
        return before;
    }

    /** The session begins, or goes on: writes what is missing in the journal for that. */
    void begin() {
        if (begins) {
            append(new Entry.Opened(session));
        }
        before.completeSteps().forEach(this::append);
    }

    /**
     * Returns the lane of an edge, with what was in flight.
     *
     * @param gate is told when the journal fails
     * @param plain makes a lane of a shape
     */
    Lane lane(Edge edge, Gate gate, Function<LaneSpec, Lane> plain) {
        int number = edge.lane().edge();
        List<Entry.Sent> inFlight = before.inFlight(number);
        if (edge.lane().mode() == Mode.LATEST_VALUE && !inFlight.isEmpty()) {
            inFlight = inFlight.subList(inFlight.size() - 1, inFlight.size());
        }
        Lane carrier = plain.apply(DurableLane.shape(edge.lane(), inFlight.size()));
        DurableLane lane = new DurableLane(edge, this, gate, carrier, before.sent(number) - inFlight.size());
        inFlight.forEach(sent -> lane.restore(message -> before.write(sent, message)));
        return lane;
    }

    /** Returns where a role goes on; it may enter then. */
    Resumption resume(int role) {
        resumed.set(role, 1);
        return before.resumption(role);
    }

    /** Returns whether a role may be entered where the protocol begins, or has been told where it goes on. */
    boolean mayEnter(int role) {
        return resumed.get(role) == 1 || before.isAtStart(role);
    }

    void sent(Edge edge, MessageLayout message, List<@Nullable Object> values, boolean lost) throws IOException {
        append(new Entry.Sent(lost, edge.lane().edge(), message.code(), payloads.encode(edge, message, values)));
    }

    void received(Edge edge, long number) {
        if (before.isEntry(edge)) {
            append(new Entry.Received(edge.lane().edge(), number));
        }
    }

    void finished(int role) {
        append(new Entry.Finished(role));
    }

    void cancelled(String reason) {
        append(new Entry.Cancelled(reason));
    }

    private void append(Entry entry) {
        journal.append(entry.encode());
    }
}
