package dev.parley.runtime.buffer;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a message lies in the words and references of a lane.
 *
 * @param code its number on its edge, 1 or more
 * @param label its label
 * @param parameters its payload
 */
public record MessageLayout(int code, String label, List<Parameter> parameters) {

    /** Copies the parameters. */
    public MessageLayout {
        parameters = List.copyOf(parameters);
    }

    /**
     * One value of the payload.
     *
     * @param name its name
     * @param type its type as source code, fully qualified
     * @param place where it lies
     */
    public record Parameter(String name, String type, Place place) {
        @Override
        public String toString() {
            return type.substring(type.lastIndexOf('.') + 1) + " " + name;
        }
    }

    /** Where a value lies. */
    public sealed interface Place {
        /**
         * In a word.
         *
         * @param primitive its type
         * @param word the word; 0 is the header
         * @param shift how many bits to its right are not its own
         */
        record Bits(Primitive primitive, int word, int shift) implements Place {}

        /**
         * Among the references.
         *
         * @param slot which
         */
        record Reference(int slot) implements Place {}
    }

    /**
     * Returns the payload of a polled message.
     *
     * @param lane the lane it was polled from
     * @param header its header
     * @return its values in the order of the parameters, primitive ones boxed
     */
    public @Nullable Object[] read(InLane lane, long header) {
        @Nullable Object[] values = new @Nullable Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            Place place = parameters.get(i).place();
            if (place instanceof Place.Bits bits) {
                long word = bits.word() == 0 ? header : lane.word(bits.word());
                values[i] = bits.primitive().box(word >>> bits.shift());
            } else if (place instanceof Place.Reference reference) {
                values[i] = lane.reference(reference.slot());
            }
        }
        return values;
    }

    /**
     * Sends a message with the given payload.
     *
     * @param lane the lane to send it on
     * @param values its values in the order of the parameters, primitive ones boxed
     * @throws IllegalArgumentException if their number or types do not fit
     */
    public void write(OutLane lane, @Nullable Object... values) {
        check(values);
        if (!lane.claim()) {
            return;
        }
        int words = 1;
        for (Parameter parameter : parameters) {
            if (parameter.place() instanceof Place.Bits bits) {
                words = Math.max(words, bits.word() + 1);
            }
        }
        long[] filled = new long[words];
        filled[0] = (long) code << 32;
        for (int i = 0; i < values.length; i++) {
            Place place = parameters.get(i).place();
            if (place instanceof Place.Bits bits) {
                filled[bits.word()] |= bits.primitive().unbox(values[i]) << bits.shift();
            } else if (place instanceof Place.Reference reference) {
                lane.reference(reference.slot(), values[i]);
            }
        }
        for (int i = 1; i < words; i++) {
            lane.word(i, filled[i]);
        }
        lane.publish(filled[0]);
    }

    private void check(@Nullable Object[] values) {
        if (values.length != parameters.size()) {
            throw new IllegalArgumentException(
                    this + " takes " + parameters.size() + " values, and " + values.length + " were given.");
        }
        for (int i = 0; i < values.length; i++) {
            if (parameters.get(i).place() instanceof Place.Bits bits
                    && !bits.primitive().boxType().isInstance(values[i])) {
                throw new IllegalArgumentException("The value of " + parameters.get(i) + " in " + this + " is "
                        + (values[i] == null
                                ? "null"
                                : "a " + values[i].getClass().getName()) + "; it must be a "
                        + bits.primitive().boxType().getName() + ".");
            }
        }
    }

    @Override
    public String toString() {
        return label + parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
