package dev.parley.runtime.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type are written and read.
 *
 * @param write writes a value that is not null
 * @param read reads one
 * @param nullable whether a flag before the value says that it is not null
 */
record ValueType(Writer write, Reader read, boolean nullable) {

    /** Writes a value. */
    interface Writer {
        void write(Object value, ValueOutput out) throws IOException;
    }

    /** Reads a value. */
    interface Reader {
        Object read(ValueInput in) throws IOException;
    }

    /** Returns a type whose values may be null. */
    static ValueType of(Writer write, Reader read) {
        return new ValueType(write, read, true);
    }

    void write(@Nullable Object value, ValueOutput out) throws IOException {
        out.limits().count();
        if (nullable) {
            out.writeBoolean(value != null);
        }
        if (value != null) {
            out.limits().enter();
            write.write(value, out);
            out.limits().leave();
        }
    }

    @Nullable Object read(ValueInput in) throws IOException {
        in.limits().count();
        if (nullable && !in.readFlag()) {
            return null;
        }
        in.limits().enter();
        try {
            return read.read(in);
        } catch (RuntimeException e) {
            throw new IOException("a value cannot be read: " + e.getMessage(), e);
        } finally {
            in.limits().leave();
        }
    }
}
