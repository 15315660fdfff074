package dev.parley.samples.protocols.alternatingbit;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * Sender sends texts to Receiver over a line that loses some: each frame carries a bit, which changes with every new text, and is sent
 * again until it is acknowledged. The protocol is of K. Bartlett, R. Scantlebury, P. Wilkinson, "A Note on Reliable Full-Duplex
 * Transmission over Half-Duplex Links" (CACM 1969).
 *
 * <p>The line is a role, as in R. Milner, "Communication and Concurrency" (1989), which chooses to pass a frame on or to lose it, and
 * where it has lost one, the sender hears of it as a timeout. A buffer that drops messages would not do: a frame moves its receiver on,
 * and an edge that may lose such a message is refused. So the loss is where it is in the world, between the two, and everything that
 * they say of it can be checked.
 */
@Protocol
public interface AlternatingBit {

    /** Has texts. */
    @Role
    interface Sender {}

    /** Loses some of what it carries. */
    @Role
    interface Line {}

    /** Wants all texts, once and in order. */
    @Role
    interface Receiver {}

    /** First the texts. */
    Sending sending();

    /** Sender has a frame to send, new or again, or is done. */
    @Choice(at = Sender.class)
    interface Sending {

        /** Sender gives a frame to the line. */
        @Message(from = Sender.class, to = Line.class)
        Frame frame(boolean bit, String text);

        /** Sender knows that all have arrived. */
        @Message(
                from = Sender.class,
                to = {Line.class, Receiver.class})
        void done();
    }

    /** What becomes of a frame. */
    @Choice(at = Line.class)
    interface Frame {

        /** It arrives. */
        @Message(from = Line.class, to = Receiver.class)
        Acknowledgement frame(boolean bit, String text);

        /** It does not. */
        @Message(from = Line.class, to = Sender.class)
        Sending timeout();
    }

    /** Receiver answers every frame, also one it has had before: the first answer may be lost. */
    interface Acknowledgement {

        /** Receiver gives the bit of the frame it has got to the line. */
        @Message(from = Receiver.class, to = Line.class)
        Return acknowledge(boolean bit);
    }

    /** What becomes of an acknowledgement. */
    @Choice(at = Line.class)
    interface Return {

        /** It arrives. */
        @Message(from = Line.class, to = Sender.class)
        Sending acknowledge(boolean bit);

        /** It does not. */
        @Message(from = Line.class, to = Sender.class)
        Sending timeout();
    }
}
