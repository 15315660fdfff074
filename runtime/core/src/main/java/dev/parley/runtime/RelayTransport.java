package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.RelayStream.Ending;
import dev.parley.runtime.RelayStream.Item;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.VirtualThreads;
import dev.parley.runtime.transport.Inbox;
import dev.parley.runtime.transport.Outbound;
import dev.parley.runtime.transport.Transport;
import dev.parley.runtime.transport.TransportSpec;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries all edges of a role that has sat down on a seat from another process, to and from the {@link Relay} in that process. The
 * session it serves stands for the one there, and ends as that one does.
 */
final class RelayTransport implements Transport {

    private final ProtocolSpec protocol;
    private final RelayStream<?> home;
    private final Map<Integer, Inbox> inboxes = new HashMap<>();
    private volatile @Nullable Session session;

    RelayTransport(ProtocolSpec protocol, RelayStream<?> home) {
        this.protocol = protocol;
        this.home = home;
    }

    /** Opens the session that stands for the one in the other process. */
    Session open(SeatToken seat) {
        SessionOptions options = SessionOptions.defaults()
                .id(seat.session())
                .table(new SessionTable()) // the id is the other's
                .listener((stand, from, to) -> {}); // who listens there hears of crashes, so they are not logged here
        for (int role = 0; role < protocol.roles().size(); role++) {
            if (!protocol.isParty(role) && role != protocol.role(seat.role())) {
                options = options.remote(protocol.roles().get(role), this);
            }
        }
        Session opened = Session.open(protocol, options);
        session = opened;
        Thread reader = VirtualThreads.factory().newThread(() -> listen(opened));
        reader.setName(seat.session() + "/" + seat.role() + " hears from elsewhere");
        reader.start();
        return opened;
    }

    @Override
    public Optional<String> unfit(List<TransportSpec> edges) {
        return Optional.empty(); // was made sure of before the other process was asked
    }

    @Override
    public Outbound outbound(TransportSpec edge) {
        int number = number(edge);
        return new Outbound() {
            @Override
            public void send(MessageLayout message, List<@Nullable Object> values) throws IOException {
                home.message(number, message, values);
            }

            @Override
            public void close() {} // the relay knows where the role stands
        };
    }

    @Override
    public void inbound(TransportSpec edge, Inbox inbox) {
        inboxes.put(number(edge), inbox);
    }

    private int number(TransportSpec spec) {
        Edge edge = protocol.edges().stream()
                .filter(each -> protocol.describe(each).equals(spec.toString()))
                .findFirst()
                .orElseThrow();
        return edge.lane().edge();
    }

    @SuppressWarnings("CatchingUnchecked") // a codec's mistake must not be lost with the thread
    private void listen(Session opened) {
        try {
            Item item = home.read();
            while (take(item, opened)) {
                item = home.read();
            }
        } catch (IOException | RuntimeException e) {
            opened.fault(e);
        }
        home.closeBehindOther();
    }

    /** Returns whether there is more to come. */
    private boolean take(@Nullable Item item, Session opened) throws IOException {
        if (item instanceof Item.Message message) {
            return inbox(message.edge()).deliver(message.content());
        }
        if (item instanceof Item.Crash crash) {
            inbox(crash.edge()).end();
            return true;
        }
        if (item instanceof Item.Farewell farewell) {
            switch (farewell.ending()) {
                case OVER -> inboxes.values().forEach(Inbox::end);
                case CLOSED -> opened.close();
                case CANCELLED -> opened.end(farewell.text());
                case FAILED -> opened.fault(new IOException(farewell.text()));
            }
            return false;
        }
        throw new EOFException("The process is gone in which session " + opened.id() + " was");
    }

    private Inbox inbox(int edge) throws IOException {
        Inbox inbox = inboxes.get(edge);
        if (inbox == null) {
            throw new IOException("Something came on edge " + edge + ", on which the role receives nothing");
        }
        return inbox;
    }

    @Override
    public void close() {
        Session ended = session;
        if (ended == null) {
            home.close();
            return;
        }
        switch (ended.status()) {
            case CANCELLED -> home.farewell(Ending.CANCELLED, ended.reason());
            case FAULTED -> home.farewell(Ending.FAILED, ended.reason());
            default -> home.farewell(Ending.OVER, "");
        }
    }
}
