package dev.parley.samples.protocols.doublebuffering;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * Kernel gives Source a buffer to fill, works on it, and hands the result to Sink when that is ready. After the streaming example of N.
 * Yoshida, V. Vasconcelos, H. Paulino, K. Honda, "Session-Based Compilation Framework for Multicore Programming" (FMCO 2008).
 *
 * <p>As Kernel asks for the next buffer only when it is done with the last, Source has nothing to do while Kernel works.
 * {@link Prefetching} is the protocol that has it fill a second buffer in that time.
 */
@Protocol
public interface DoubleBuffering {

    /** Fills buffers. */
    @Role
    interface Source {}

    /** Works on them. */
    @Role
    interface Kernel {}

    /** Takes the results. */
    @Role
    interface Sink {}

    /** First the frames. */
    Frames frames();

    /** Kernel wants one frame more, or none. */
    @Choice(at = Kernel.class)
    interface Frames {

        /** Kernel gives an empty buffer away. */
        @Message(from = Kernel.class, to = Source.class)
        Frame ready(double[] buffer);

        /** Kernel wants no more. */
        @Message(from = Kernel.class, to = Source.class)
        Last stop();
    }

    /** One frame. */
    interface Frame {

        /** Source gives the buffer back, filled. */
        @Message(from = Source.class, to = Kernel.class)
        void filled(double[] buffer);

        /** Sink is ready for a result. */
        @Message(from = Sink.class, to = Kernel.class)
        void ready();

        /** Kernel hands the result over, which the sink may keep. */
        @Message(from = Kernel.class, to = Sink.class)
        Frames result(double[] result);
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
