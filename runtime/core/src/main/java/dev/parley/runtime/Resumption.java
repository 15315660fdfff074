package dev.parley.runtime;

import dev.parley.runtime.buffer.InLane;

/**
 * Where a role of a reopened session stands, for the generated code that makes its typed state of it.
 *
 * @param state the number of its state
 * @param step how it came there: {@link #START}, or the number of the step among all of its machine's, from 1; {@link #ENDED} if
 *     it has reached an end of the protocol other than by a message that it received
 * @param message the message that it received in that step, if it received one
 */
public record Resumption(int state, int step, InLane message) {

    /** It has done nothing yet. */
    public static final int START = 0;

    /** The protocol is over for it. */
    public static final int ENDED = -1;

    /** Returns what to throw when the generated code knows no such step: it is not that of the protocol. */
    public IllegalStateException unknown() {
        return new IllegalStateException("There is no step " + step + " by which state " + state
                + " could be reached. Compile the protocol and what is generated for it together.");
    }

    static Resumption atStart(ProtocolSpec protocol) {
        return new Resumption(0, START, new Envelope(protocol.edges().get(0).lane()));
    }
}
