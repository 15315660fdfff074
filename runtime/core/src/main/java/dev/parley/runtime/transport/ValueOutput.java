package dev.parley.runtime.transport;

import java.io.DataOutputStream;
import java.io.OutputStream;

/** Where the values of a message are written to. */
final class ValueOutput extends DataOutputStream {

    private final Limits limits = new Limits();

    ValueOutput(OutputStream out) {
        super(out);
    }

    Limits limits() {
        return limits;
    }
}
