package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.VirtualThreads;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transport over a pair of streams, such as those of a socket, between one role here and one elsewhere.
 *
 * <p>Messages are encoded and written in the sender's thread. A thread of the transport's own reads frames. The end of the stream is the
 * end of what the remote role sends; where the protocol is not over then, the session is faulted.
 *
 * @param <F> the frames of its codec
 */
public final class StreamTransport<F> implements Transport {

    private final InputStream in;
    private final OutputStream out;
    private final Closeable halfClose;
    private final Closeable connection;
    private final MessageCodec<F> codec;

    private StreamTransport(
            InputStream in, OutputStream out, Closeable halfClose, Closeable connection, MessageCodec<F> codec) {
        this.in = new BufferedInputStream(in);
        this.out = new BufferedOutputStream(out);
        this.halfClose = halfClose;
        this.connection = connection;
        this.codec = codec;
    }

    /**
     * Returns a transport over two streams. It closes them.
     *
     * @param <F> the codec's frames
     * @param in what the remote role sends
     * @param out what the remote role receives
     * @param codec what the bytes mean
     */
    public static <F> StreamTransport<F> over(InputStream in, OutputStream out, MessageCodec<F> codec) {
        Closeable both = () -> {
            try (in) {
                out.close();
            }
        };
        return new StreamTransport<>(in, out, out, both, codec);
    }

    /**
     * Returns a transport over a connected socket. It closes it.
     *
     * @param <F> the codec's frames
     * @param socket the connection to the remote role
     * @param codec what the bytes mean
     * @throws IOException if the socket is not connected
     */
    public static <F> StreamTransport<F> over(Socket socket, MessageCodec<F> codec) throws IOException {
        return new StreamTransport<>(
                socket.getInputStream(), socket.getOutputStream(), socket::shutdownOutput, socket, codec);
    }

    @Override
    public Optional<String> unfit(List<TransportSpec> edges) {
        List<String> here = edges.stream().map(TransportSpec::here).distinct().toList();
        if (here.size() > 1) {
            return Optional.of(
                    "a pair of streams connects two roles, and here are several: " + String.join(", ", here));
        }
        return edges.stream()
                .flatMap(edge -> edge.messages().stream())
                .filter(message -> !codec.supports(message))
                .map(message -> "its codec " + codec.getClass().getName() + " does not support " + message)
                .findFirst();
    }

    @Override
    public Outbound outbound(TransportSpec edge) {
        return new Outbound() {
            @Override
            public void send(MessageLayout message, List<@Nullable Object> values) throws IOException {
                codec.encode(message, values, out);
                out.flush();
            }

            @Override
            public void close() {
                letGo(halfClose);
            }
        };
    }

    @Override
    public void inbound(TransportSpec edge, Inbox inbox) {
        Thread reader = VirtualThreads.factory().newThread(() -> read(inbox));
        reader.setName("parley reader " + edge);
        reader.start();
    }

    @SuppressWarnings("CatchingUnchecked") // a codec's mistake must not be lost with the thread
    private void read(Inbox inbox) {
        try {
            F frame = codec.frame(in);
            while (frame != null) {
                F cut = frame;
                if (!inbox.deliver(expected -> codec.decode(cut, expected))) {
                    return;
                }
                frame = codec.frame(in);
            }
            inbox.end();
        } catch (IOException | RuntimeException e) {
            inbox.lost(e);
        }
    }

    @Override
    public void close() {
        letGo(connection);
    }

    /** All that was to be sent has been, so there is nothing to be lost by a failure: the remote role finds the connection gone. */
    private static void letGo(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            System.getLogger(StreamTransport.class.getName()).log(Level.DEBUG, "A connection did not close well.", e);
        }
    }
}
