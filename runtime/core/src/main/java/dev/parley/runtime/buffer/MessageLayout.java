package dev.parley.runtime.buffer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a message lies in the words and references of a lane.
 *
 * @param code its number on its edge, 1 or more
 * @param label its label
 * @param parameters its payload
 * @param crash whether it is sent for a role that has crashed, and never by one
 */
public record MessageLayout(int code, String label, List<Parameter> parameters, boolean crash) {

    /** Copies the parameters. */
    public MessageLayout {
        parameters = List.copyOf(parameters);
    }

    /** Creates the layout of a message that roles send. */
    public MessageLayout(int code, String label, List<Parameter> parameters) {
        this(code, label, parameters, false);
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
     * @return its values in the order of the parameters, primitive ones boxed; unmodifiable
     */
    public List<@Nullable Object> read(InLane lane, long header) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.place() instanceof Place.Bits bits) {
                long word = bits.word() == 0 ? header : lane.word(bits.word());
                values.add(bits.primitive().box(word >>> bits.shift()));
            } else if (parameter.place() instanceof Place.Reference reference) {
                values.add(lane.reference(reference.slot()));
            }
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * Sends a message with the given payload.
     *
     * @param lane the lane to send it on
     * @param values its values in the order of the parameters, primitive ones boxed
     * @throws IllegalArgumentException if their number or types do not fit
     */
    public void write(OutLane lane, List<? extends @Nullable Object> values) {
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
        for (int i = 0; i < values.size(); i++) {
            Place place = parameters.get(i).place();
            if (place instanceof Place.Bits bits) {
                filled[bits.word()] |= bits.primitive().unbox(values.get(i)) << bits.shift();
            } else if (place instanceof Place.Reference reference) {
                lane.reference(reference.slot(), values.get(i));
            }
        }
        for (int i = 1; i < words; i++) {
            lane.word(i, filled[i]);
        }
        lane.publish(filled[0]);
    }

    private void check(List<? extends @Nullable Object> values) {
        if (values.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    this + " takes " + parameters.size() + " values, and " + values.size() + " were given.");
        }
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (parameters.get(i).place() instanceof Place.Bits bits
                    && !bits.primitive().boxType().isInstance(value)) {
                throw new IllegalArgumentException("The value of " + parameters.get(i) + " in " + this + " is "
                        + (value == null ? "null" : "a " + value.getClass().getName()) + "; it must be a "
                        + bits.primitive().boxType().getName() + ".");
            }
        }
    }

    @Override
    public String toString() {
        return label
                + parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"))
                + (crash ? " on crash" : "");
    }
}
