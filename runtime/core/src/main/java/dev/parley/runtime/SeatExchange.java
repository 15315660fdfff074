package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.SeatRefusedException.Reason;
import dev.parley.runtime.buffer.VirtualThreads;
import dev.parley.runtime.transport.MessageCodec;
import dev.parley.runtime.transport.SeatCodec;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands roles to other processes, and takes them over from those. Each process that does either opens one, once.
 *
 * <p>A seat in the payload of a message to a role in another process is {@linkplain #encode encoded} as text; the other process
 * {@linkplain #decode decodes} that, and whoever sits down there plays the role as usual. The process that the seat came from remains the
 * session's home: it relays what the role sends and receives, over a connection that the other one makes when somebody sits down. When
 * that is lost, the role has crashed.
 *
 * <pre>{@code
 * SeatExchange seats = SeatExchange.open(new InetSocketAddress("10.0.0.7", 0), BasicCodec::new);
 * }</pre>
 *
 * <p>Nothing is encrypted, and whoever can read a seat's text can take the role: use it within a network that you trust. Safe for use by
 * many threads.
 */
public final class SeatExchange implements SeatCodec, Closeable {

    /** How long a seat is kept for the one it was sent to, if nothing else is said. After that its role has crashed. */
    public static final Duration VALIDITY = Duration.ofMinutes(1);

    private static final Logger LOGGER = System.getLogger(SeatExchange.class.getName());

    private final ServerSocket listener;
    private final InetSocketAddress address;
    private final Function<? super SeatCodec, ? extends MessageCodec<?>> codecs;
    private final SeatDesk desk;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private SeatExchange(
            ServerSocket listener,
            InetSocketAddress address,
            Function<? super SeatCodec, ? extends MessageCodec<?>> codecs,
            Duration validity) {
        this.listener = listener;
        this.address = address;
        this.codecs = Objects.requireNonNull(codecs, "codecs");
        this.desk = new SeatDesk(address, validity);
    }

    /**
     * Opens an exchange whose seats are kept as long as {@link #VALIDITY}.
     *
     * @param address where other processes reach this one; its port may be 0 for any
     * @param codecs makes what says what the bytes of relayed messages mean, given what encodes seats among their values; one for each
     *     connection
     * @throws IOException if nobody can listen there
     */
    public static SeatExchange open(
            InetSocketAddress address, Function<? super SeatCodec, ? extends MessageCodec<?>> codecs)
            throws IOException {
        return open(address, codecs, VALIDITY);
    }

    /**
     * Opens an exchange.
     *
     * @param address where other processes reach this one; its port may be 0 for any
     * @param codecs makes what says what the bytes of relayed messages mean, given what encodes seats among their values; one for each
     *     connection
     * @param validity how long a seat is kept for the one it was sent to; after that its role has crashed
     * @throws IOException if nobody can listen there
     * @throws IllegalArgumentException if the address is none that others could use
     */
    public static SeatExchange open(
            InetSocketAddress address, Function<? super SeatCodec, ? extends MessageCodec<?>> codecs, Duration validity)
            throws IOException {
        if (address.isUnresolved() || address.getAddress().isAnyLocalAddress()) {
            throw new IllegalArgumentException(
                    "No other process could reach this one at " + address
                            + ". Name an address of this machine, such as the loopback address, that those who take roles over can use.");
        }
        ServerSocket listener = new ServerSocket();
        try {
            listener.bind(address);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        InetSocketAddress here =
                InetSocketAddress.createUnresolved(address.getAddress().getHostAddress(), listener.getLocalPort());
        SeatExchange exchange = new SeatExchange(listener, here, codecs, validity);
        Thread porter = new Thread(exchange::admit, "parley seats at " + here);
        porter.setDaemon(true);
        porter.start();
        return exchange;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StateUsedException if the seat was used before
     * @throws IllegalArgumentException if the role cannot be played in another process; it has crashed then
     * @throws IllegalStateException if the exchange is closed; the role has crashed then
     * @throws SessionClosedException if the session has ended
     * @throws SessionCancelledException if the session was cancelled or has failed
     */
    @Override
    public String encode(Object seat) {
        Ticket ticket = ((Vacancy) seat).spend();
        if (ticket instanceof RemoteTicket remote) {
            return remote.seat().text(); // whoever gets it goes there directly
        }
        LeftPlace place = ((LocalTicket) ticket).left();
        place.session().checkNotEnded();
        RuntimeException problem = problem(place);
        if (problem != null) {
            place.session().crash(place.before().roleName(), problem);
            throw problem;
        }
        return desk.keep(place).text();
    }

    private @Nullable RuntimeException problem(LeftPlace place) {
        if (listener.isClosed()) {
            return new IllegalStateException(
                    "The exchange at " + address + " is closed, so nobody could ask for a seat there.");
        }
        return obstacle(place)
                .<RuntimeException>map(text -> new IllegalArgumentException("The role "
                        + place.before().roleName() + " of session "
                        + place.session().id()
                        + " cannot be played in another process: " + text + "."))
                .orElse(null);
    }

    private Optional<String> obstacle(LeftPlace place) {
        Session session = place.session();
        ProtocolSpec protocol = session.protocol();
        int role = session.cast().role(place.before().part());
        if (session.isSameThread() || session.conductor() != null) {
            return Optional.of(session.isSameThread() ? "one thread plays all roles" : "the session is simulated");
        }
        if (protocol.hasFamilies()) {
            return Optional.of(protocol + " has families, whose members are known in one process only");
        }
        if (protocol.guarded().stream().anyMatch(each -> protocol.role(each.from()) == role)) {
            return Optional.of("it sends guarded messages, and what it may do is known in this one only");
        }
        return unsupported(protocol, role);
    }

    private Optional<String> unsupported(ProtocolSpec protocol, int role) {
        MessageCodec<?> codec = codecs.apply(this);
        return protocol.edges().stream()
                .filter(edge -> edge.from() == role || edge.to() == role)
                .map(Edge::messages)
                .flatMap(messages -> messages.stream())
                .filter(message -> !message.crash() && !codec.supports(message))
                .map(message -> "the codec " + codec.getClass().getName() + " does not support " + message)
                .findFirst();
    }

    @Override
    public Object decode(String text, String type) throws IOException {
        SeatToken seat = SeatToken.parse(text);
        String played = seat.protocol() + "." + seat.role();
        if (!type.contains("<" + played + ">") && !type.contains("<" + played + ",")) {
            throw new IOException(seat + " is one of " + played + ", and one of type " + type + " is expected");
        }
        Ticket ticket = new RemoteTicket(seat, this);
        return type.startsWith("dev.parley.runtime.Seat.At<") ? new Seat.At<>(ticket) : new Seat<>(ticket);
    }

    /** Sits down on a seat of another process. */
    Session sitDown(SeatToken seat, ProtocolSpec protocol, int role, int state) {
        if (!seat.protocol().equals(protocol.name())
                || !seat.role().equals(protocol.roles().get(role))) {
            throw new SeatRefusedException(
                    Reason.PROTOCOL,
                    seat + " is one of " + seat.protocol() + ", and cannot be used for "
                            + protocol.roles().get(role) + " of " + protocol + ".");
        }
        if (!seat.version().equals(protocol.version())) {
            throw new SeatRefusedException(
                    Reason.VERSION,
                    seat + " is one of another version of " + protocol + ": there it is " + seat.version()
                            + ", and here " + protocol.version() + ". Run the same version of it in both processes.");
        }
        if (seat.state() != state) {
            throw new SeatRefusedException(
                    Reason.PLACE,
                    seat + " goes on in " + new LocalType.Variable(protocol, role, seat.state()).name()
                            + ", and not in " + new LocalType.Variable(protocol, role, state).name() + ".");
        }
        unsupported(protocol, role).ifPresent(problem -> {
            throw new IllegalArgumentException("Nobody can sit down on " + seat + " here: " + problem + ".");
        });
        return connected(seat, protocol);
    }

    private Session connected(SeatToken seat, ProtocolSpec protocol) {
        Socket socket = new Socket();
        @Nullable Session session = null;
        try {
            track(socket);
            session = new RelayTransport(protocol, SeatHandshake.ask(socket, seat, codecs.apply(this))).open(seat);
            return session;
        } finally {
            if (session == null) {
                drop(socket);
            }
        }
    }

    /** Lets those in who ask for seats, each in a thread of its own. */
    private void admit() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread relay = VirtualThreads.factory().newThread(() -> serve(socket));
                relay.setName("parley relay for " + socket.getRemoteSocketAddress());
                relay.start();
            } catch (IOException e) {
                LOGGER.log(Level.DEBUG, "Nobody was let in at " + address + ".", e);
            }
        }
    }

    private void serve(Socket socket) {
        try {
            track(socket);
            RelayStream<?> party = RelayStream.over(socket, codecs.apply(this));
            new Relay(SeatHandshake.answer(socket, party, desk), party).play();
        } catch (IOException | IllegalStateException e) {
            // Who was refused has been told why; others have nothing to do here.
            LOGGER.log(Level.DEBUG, "Nobody sits down from " + socket.getRemoteSocketAddress() + ".", e);
            drop(socket);
        }
    }

    private void track(Socket socket) {
        connections.removeIf(Socket::isClosed);
        connections.add(socket);
        if (listener.isClosed()) { // perhaps before it could see this one
            throw new IllegalStateException("The exchange at " + address + " is closed.");
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "A connection did not close well.", e);
        }
    }

    /**
     * Ends what this process has to do with seats of others and others with its own, as the end of the process would: roles that are played
     * elsewhere have crashed here, and those that are played here for others have crashed there. Closing again changes nothing.
     */
    @Override
    public void close() throws IOException {
        listener.close();
        desk.close();
        connections.forEach(SeatExchange::drop);
    }
}
