package dev.parley.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.runtime.buffer.MessageLayout.Parameter;
import dev.parley.runtime.buffer.MessageLayout.Place.Bits;
import dev.parley.runtime.buffer.MessageLayout.Place.Reference;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageLayoutTest {

    private static final MessageLayout ALL = new MessageLayout(
            3,
            "all",
            List.of(
                    new Parameter("flag", "boolean", new Bits(Primitive.BOOLEAN, 0, 0)),
                    new Parameter("tiny", "byte", new Bits(Primitive.BYTE, 0, 8)),
                    new Parameter("letter", "char", new Bits(Primitive.CHAR, 0, 16)),
                    new Parameter("large", "long", new Bits(Primitive.LONG, 1, 0)),
                    new Parameter("whole", "int", new Bits(Primitive.INT, 2, 0)),
                    new Parameter("ratio", "float", new Bits(Primitive.FLOAT, 2, 32)),
                    new Parameter("exact", "double", new Bits(Primitive.DOUBLE, 3, 0)),
                    new Parameter("small", "short", new Bits(Primitive.SHORT, 4, 48)),
                    new Parameter("text", "java.lang.String", new Reference(0)),
                    new Parameter("names", "java.util.List", new Reference(1))));

    private final Ends ends = Ends.local(Ends.fifo(1, 5, 2));

    @Test
    void readsWhatItHasWritten() {
        List<List<? extends @Nullable Object>> messages = List.of(
                Arrays.asList(true, (byte) -1, 'x', -1L, -1, -0.5f, Math.PI, (short) -1, "text", List.of("a")),
                Arrays.asList(
                        false, Byte.MIN_VALUE, '\uffff', 0L, Integer.MIN_VALUE, Float.NaN, -0.0, (short) 7, "", null));

        for (List<? extends @Nullable Object> values : messages) {
            ALL.write(ends.out, values);
            long header = ends.in.poll();
            assertThat(header >>> 32).isEqualTo(3);
            assertThat(ALL.read(ends.in, header)).isEqualTo(values);
            ends.in.advance();
        }
    }

    @Test
    void putsValuesWhereTheLayoutSays() {
        ALL.write(ends.out, Arrays.asList(true, (byte) -1, 'x', 5L, -2, 1f, 2d, (short) -1, "text", null));

        assertThat(ends.in.poll()).isEqualTo((3L << 32) | ('x' << 16) | (0xFF << 8) | 1);
        assertThat(ends.in.word(1)).isEqualTo(5);
        assertThat(ends.in.word(2)).isEqualTo(((long) Float.floatToRawIntBits(1) << 32) | 0xFFFF_FFFEL);
        assertThat(ends.in.word(3)).isEqualTo(Double.doubleToRawLongBits(2));
        assertThat(ends.in.word(4)).isEqualTo(0xFFFFL << 48);
        assertThat(ends.in.reference(0)).isEqualTo("text");
    }

    @Test
    void refusesValuesThatDoNotFitAndSendsNothing() {
        MessageLayout add =
                new MessageLayout(1, "add", List.of(new Parameter("x", "int", new Bits(Primitive.INT, 0, 0))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> add.write(ends.out, List.of()))
                .withMessage("add(int x) takes 1 values, and 0 were given.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add.write(ends.out, List.of(1L)))
                .withMessage("The value of int x in add(int x) is a java.lang.Long; it must be a java.lang.Integer.");
        assertThat(ends.lane.isEmpty()).isTrue();
    }

    @Test
    void isWrittenAsItWasDeclared() {
        assertThat(ALL)
                .hasToString("all(boolean flag, byte tiny, char letter, long large, int whole, float ratio,"
                        + " double exact, short small, String text, List names)");
    }
}
