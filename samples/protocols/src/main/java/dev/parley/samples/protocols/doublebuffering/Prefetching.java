package dev.parley.samples.protocols.doublebuffering;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * {@link DoubleBuffering} with two buffers: Kernel gives the second away before it has the first back, so Source fills one while Kernel
 * works on the other.
 *
 * <p>All that changes for the others is the order in which Kernel sends and receives: it sends earlier than it did, which is safe where nobody
 * waits for what it puts off. That is the asynchronous subtyping of Z. Cutner, N. Yoshida, M. Vassor, "Deadlock-Free Asynchronous
 * Message Reordering in Rust with Multiparty Session Types" (PPoPP 2022), which has this very example; {@code parley:compare} decides
 * it for any two versions of a protocol.
 */
@Protocol
public interface Prefetching {

    /** Fills buffers. */
    @Role
    interface Source {}

    /** Works on them. */
    @Role
    interface Kernel {}

    /** Takes the results. */
    @Role
    interface Sink {}

    /** Kernel wants any frame at all, or none. */
    Start start();

    /** Kernel begins. */
    @Choice(at = Kernel.class)
    interface Start {

        /** Kernel gives the first buffer away. */
        @Message(from = Kernel.class, to = Source.class)
        Frames ready(double[] buffer);

        /** Kernel wants nothing. */
        @Message(from = Kernel.class, to = Source.class)
        Last stop();
    }

    /** With one buffer at Source, Kernel wants one frame more, or none. */
    @Choice(at = Kernel.class)
    interface Frames {

        /** Kernel gives the other buffer away, ahead of the first one's return. */
        @Message(from = Kernel.class, to = Source.class)
        Frame ready(double[] buffer);

        /** Kernel wants no more than the one. */
        @Message(from = Kernel.class, to = Source.class)
        LastFrame stop();
    }

    /** One frame, while the next is being filled. */
    interface Frame {

        /** Source gives the first buffer back, filled. */
        @Message(from = Source.class, to = Kernel.class)
        void filled(double[] buffer);

        /** Sink is ready for a result. */
        @Message(from = Sink.class, to = Kernel.class)
        void ready();

        /** Kernel hands the result over, which the sink may keep. */
        @Message(from = Kernel.class, to = Sink.class)
        Frames result(double[] result);
    }

    /** The last frame. */
    interface LastFrame {

        /** Source gives the last buffer back, filled. */
        @Message(from = Source.class, to = Kernel.class)
        void filled(double[] buffer);

        /** Sink is ready for a result. */
        @Message(from = Sink.class, to = Kernel.class)
        void ready();

        /** Kernel hands the last result over. */
        @Message(from = Kernel.class, to = Sink.class)
        Last result(double[] result);
    }

    /** The end. */
    interface Last {

        /** Sink is ready for one more. */
        @Message(from = Sink.class, to = Kernel.class)
        void ready();

        /** There is none. */
        @Message(from = Kernel.class, to = Sink.class)
        void done();
    }
}
