package dev.parley.runtime;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.transport.Frame;
import dev.parley.runtime.transport.MessageCodec;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What goes to and fro between the process in which a session is and one in which a role of it is played: messages of edges, in the order
 * in which the role's machine takes them, and a word of farewell.
 *
 * <p>One thread reads; writing is safe for several.
 *
 * @param <F> the frames of its codec
 */
final class RelayStream<F> implements Closeable {

    private static final int MESSAGE = 1;
    private static final int CRASH = 2;
    private static final int FAREWELL = 3;

    /** Enough for any reason; a longer one is cut. */
    private static final int MAX_TEXT = 10_000;

    /** How long the other side may take to close the stream after the farewell, in milliseconds. */
    private static final int LINGER = 10_000;

    /** Something that has come. */
    sealed interface Item {

        /**
         * A message.
         *
         * @param edge the number of its edge
         * @param content what it holds
         */
        record Message(int edge, Frame content) implements Item {}

        /**
         * Who sends on an edge has crashed, and the role is told so.
         *
         * @param edge the number of the edge
         */
        record Crash(int edge) implements Item {}

        /**
         * Nothing comes after this.
         *
         * @param ending why
         * @param text why, for users
         */
        record Farewell(Ending ending, String text) implements Item {}
    }

    /** Why a relay ends. */
    enum Ending {
        /** The protocol is over for the role. */
        OVER,
        /** The session takes no more messages. */
        CLOSED,
        /** The session was cancelled. */
        CANCELLED,
        /** The session, or the party in the other process, has failed. */
        FAILED
    }

    private final Socket socket;
    private final MessageCodec<F> codec;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ReentrantLock writing = new ReentrantLock();

    private RelayStream(Socket socket, MessageCodec<F> codec) throws IOException {
        this.socket = socket;
        this.codec = codec;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
    }

    static <F> RelayStream<F> over(Socket socket, MessageCodec<F> codec) throws IOException {
        return new RelayStream<>(socket, codec);
    }

    /** Returns what comes before the first item. */
    DataInputStream in() {
        return in;
    }

    /** Takes what comes before the first item. */
    DataOutputStream out() {
        return out;
    }

    void message(int edge, MessageLayout message, List<@Nullable Object> values) throws IOException {
        ByteArrayOutputStream body =
                new ByteArrayOutputStream(); // of a message that cannot be encoded nothing is written
        codec.encode(message, values, body);
        writing.lock();
        try {
            out.writeByte(MESSAGE);
            out.writeInt(edge);
            body.writeTo(out);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    void crash(int edge) throws IOException {
        writing.lock();
        try {
            out.writeByte(CRASH);
            out.writeInt(edge);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** Says why nothing comes any more, and lets the other side know that behind all that was sent. Never waits for the other side. */
    void farewell(Ending ending, String text) {
        if (!writing.tryLock()) {
            close(); // somebody is stuck in sending: the other side does not listen
            return;
        }
        try {
            out.writeByte(FAREWELL);
            out.writeUTF(ending.name());
            out.writeUTF(text.substring(0, Math.min(text.length(), MAX_TEXT)));
            out.flush();
            socket.shutdownOutput();
        } catch (IOException e) {
            close(); // gone already
        } finally {
            writing.unlock();
        }
    }

    /**
     * Reads the next item, waiting for it.
     *
     * @return null at the end of the stream
     * @throws IOException if it cannot be read, or is none
     */
    @Nullable Item read() throws IOException {
        int kind = in.read();
        return switch (kind) {
            case -1 -> null;
            case MESSAGE -> readMessage();
            case CRASH -> new Item.Crash(in.readInt());
            case FAREWELL -> new Item.Farewell(readConstant(Ending.class), in.readUTF());
            default -> throw new IOException("nothing that is relayed begins with the byte " + kind);
        };
    }

    private Item readMessage() throws IOException {
        int edge = in.readInt();
        F frame = codec.frame(in);
        if (frame == null) {
            throw new EOFException("the stream ends within a message");
        }
        return new Item.Message(edge, expected -> codec.decode(frame, expected));
    }

    /** Reads what was written by its name. */
    <E extends Enum<E>> E readConstant(Class<E> type) throws IOException {
        String name = in.readUTF();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new IOException("there is no " + type.getSimpleName() + " " + name, e);
        }
    }

    /** Waits until the other side has nothing to say any more, and closes: doing so earlier could destroy what is on its way there. */
    void closeBehindOther() {
        try {
            socket.setSoTimeout(LINGER);
            while (in.read() >= 0) {
                in.skipBytes(in.available());
            }
        } catch (IOException e) {
            System.getLogger(RelayStream.class.getName()).log(Level.DEBUG, "A relay did not end well.", e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            System.getLogger(RelayStream.class.getName()).log(Level.DEBUG, "A connection did not close well.", e);
        }
    }
}
