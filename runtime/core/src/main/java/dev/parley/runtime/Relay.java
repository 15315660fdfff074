package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.RelayStream.Ending;
import dev.parley.runtime.RelayStream.Item;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.Mode;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.buffer.VirtualThreads;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.buffer.Waiter;
import dev.parley.runtime.buffer.WhenFull;
import dev.parley.runtime.transport.DecodedMessage;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Plays a role for a party in another process, by the role's machine: where the role receives, it takes the next message and passes it on; where
 * the role sends, it waits for what the party says, makes sure that the protocol allows it, and sends it.
 *
 * <p>So the role is here in the state that it would be in had it stayed: its crash, the end of its session and the end of the protocol are found
 * here by the same rules. The relay is never behind the party in what is received, and never ahead in what is sent. The party
 * receives messages in the order in which the relay took them, as it has no choice in that: where a role may receive from several, no two of
 * them have sent at the same time what it may take. Otherwise the protocol would not have been accepted.
 *
 * <p>For one thread, which calls {@link #play}.
 */
final class Relay extends Endpoint {

    private static final long ITEM = 1L << 32;
    private static final LaneSpec ITEMS = new LaneSpec(0, Mode.FIFO, WhenFull.BLOCK, 16, 16, 1, 1);

    private final Session session;
    private final RelayStream<?> party;
    private final List<State> states;

    /** What the party has said; closed behind the last of it. */
    private final Lane said;

    private final Map<Integer, InLane> in = new HashMap<>();
    private final Map<Integer, OutLane> out = new HashMap<>();
    private volatile @Nullable IOException lost;
    private int state;

    Relay(LeftPlace place, RelayStream<?> party) {
        super(place.session(), place.before().part(), place.before());
        this.session = place.session();
        this.party = party;
        this.states =
                session.protocol().machines().get(session.cast().role(part())).states();
        this.state = place.before().stateNumber();
        Waiter reader = new Waiter(session.gate(), WaitStrategy.SPIN_PARK);
        this.said = Lane.create(ITEMS, session.gate(), reader, waiter());
        waiter().receivesFrom(said.in());
    }

    /** Plays until the role has reached an end, the session has, or the party is lost: then the role has crashed. */
    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong, nobody is left waiting for the role
    void play() {
        try {
            SeatHandshake.welcome(party);
            Thread reader = VirtualThreads.factory().newThread(this::listen);
            reader.setName(session.id() + "/" + roleName() + " heard from elsewhere");
            reader.start();
            follow();
            party.farewell(Ending.OVER, "");
        } catch (IOException | RuntimeException e) {
            if (session.isEnding()) {
                sayHow();
            } else {
                party.farewell(Ending.FAILED, e.toString());
                session.crash(roleName(), e);
            }
        }
    }

    /** Tells the party how the session ends. */
    private void sayHow() {
        switch (session.status()) {
            case ACTIVE, DRAINING, CLOSED -> {
                party.farewell(Ending.CLOSED, "");
                giveUp();
            }
            case CANCELLED -> party.farewell(Ending.CANCELLED, session.reason());
            case FAULTED -> party.farewell(Ending.FAILED, session.reason());
        }
    }

    private void follow() throws IOException {
        while (!session.isFinished(part())) {
            if (!step()) {
                do {
                    await();
                } while (!step());
                resume();
            }
        }
    }

    private void await() {
        if (spec().receives()) {
            pause();
        } else {
            waiter().pause(); // not for a message of the session, so it cannot be in vain
        }
    }

    /** Does one thing, and returns whether there was one to do. */
    private boolean step() throws IOException {
        long header = said.in().poll();
        if (header == ITEM) {
            Item item = (Item) Objects.requireNonNull(said.in().reference(0));
            said.in().advance();
            take(item);
            return true;
        }
        if (header == InLane.CLOSED) {
            IOException cause = lost;
            throw cause != null
                    ? cause
                    : new EOFException("The process in which " + roleName() + " was played is gone, and " + roleName()
                            + " was in " + spec().name());
        }
        return spec().receives() && (passOn() || endsIfOver());
    }

    /** Passes a message on to the party, if there is one. */
    private boolean passOn() throws IOException {
        for (Transition receive : spec().transitions()) {
            InLane lane = in.computeIfAbsent(receive.edge(), this::in);
            long header = lane.poll();
            if (header > 0 && header >>> 32 == receive.message()) {
                active();
                MessageLayout message = session.protocol().message(receive);
                if (message.crash()) {
                    party.crash(receive.edge());
                } else {
                    party.message(receive.edge(), message, message.read(lane, header));
                }
                lane.advance();
                enter(receive.target());
                return true;
            }
        }
        return false;
    }

    private boolean endsIfOver() {
        if (!spec().accepting()) {
            return false;
        }
        boolean silent = spec().transitions().stream()
                .allMatch(
                        receive -> in.computeIfAbsent(receive.edge(), this::in).poll() == InLane.CLOSED);
        if (silent || over()) {
            finish();
            return true;
        }
        return false;
    }

    private void take(Item item) throws IOException {
        if (item instanceof Item.Message message) {
            send(message);
        } else if (item instanceof Item.Farewell farewell && farewell.ending() == Ending.CANCELLED) {
            session.end(farewell.text());
        } else {
            throw new IOException(
                    item instanceof Item.Farewell farewell
                            ? "The party in the other process has given up" + words(farewell.text())
                            : "The party in the other process speaks of a crash, which it cannot know of");
        }
    }

    private static String words(String text) {
        return text.isEmpty() ? "" : ": " + text;
    }

    private void send(Item.Message said) throws IOException {
        List<Transition> allowed = spec().transitions().stream()
                .filter(each -> each.sends() && each.edge() == said.edge())
                .filter(each -> !session.protocol().message(each).crash())
                .toList();
        if (allowed.isEmpty()) {
            throw new IOException("A message came from the party in the other process on edge " + said.edge() + ", and "
                    + roleName() + " is in " + spec().name() + ", where it "
                    + local().actions());
        }
        DecodedMessage content = said.content()
                .decode(allowed.stream().map(session.protocol()::message).toList());
        Transition send = allowed.stream()
                .filter(each -> each.message() == content.message().code())
                .findFirst()
                .orElseThrow(() ->
                        new IOException("The codec has made " + content.message() + " of what may be " + allowed));
        send.phase().ifPresent(this::begins);
        content.message().write(out.computeIfAbsent(send.edge(), this::out), content.values());
        enter(send.target());
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

    /** Hears what the party says, and hands it to the relay's thread. */
    @SuppressWarnings("CatchingUnchecked") // a codec's mistake must not be lost with the thread
    private void listen() {
        try {
            Item item = party.read();
            while (item != null && deliver(item)) {
                item = party.read();
            }
        } catch (IOException | RuntimeException e) {
            lost = e instanceof IOException failure ? failure : new IOException(e);
        }
        said.out().close();
        party.closeBehindOther();
    }

    /** Returns false if the session takes nothing any more. */
    private boolean deliver(Item item) {
        try {
            OutLane lane = said.out();
            if (lane.claim()) {
                lane.reference(0, item);
                lane.publish(ITEM);
            }
            return true;
        } catch (SessionClosedException | SessionCancelledException e) {
            return false;
        }
    }

    @Override
    boolean hasOwnNews() {
        return said.in().poll() != InLane.EMPTY;
    }

    private State spec() {
        return states.get(state);
    }

    @Override
    protected int state() {
        return state;
    }
}
