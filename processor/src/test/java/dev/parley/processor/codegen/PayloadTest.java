package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values arrive as they were sent. */
class PayloadTest {

    private static final String PARCELS = Sources.protocol("""
            import java.util.List;
            import java.util.Map;

            @Protocol
            public interface Parcels {
                @Role interface Alice {}
                @Role interface Bob {}

                @Message(from = Alice.class, to = Bob.class)
                void small(boolean yes, byte b, short s, boolean no, char c);
                @Message(from = Alice.class, to = Bob.class)
                void numbers(int i, float f, int j, byte b, double d, long l, float g, char c, boolean yes);
                @Message(from = Alice.class, to = Bob.class)
                void objects(String text, int[] ints, List<? extends Number> list, Map<String, List<int[]>> map, Object o);
                @Message(from = Alice.class, to = Bob.class)
                void mixed(int[][] grid, long l, String... names);
                @SuppressWarnings("unchecked")
                @Message(from = Alice.class, to = Bob.class)
                void generic(List<String>... lists);
            }
            """);

    @Test
    void primitivesKeepTheirBits() throws Throwable {
        assertThat(sent(
                        "small(true, (byte) -1, Short.MIN_VALUE, false, '\\uffff').numbers(1, 1f, 1, (byte) 1, 1, 1, 1f, '1', true)",
                        "receive()"))
                .isEqualTo("Copy[yes=true, b=-1, s=-32768, no=false, c=\uffff]");
        assertThat(sent(
                        "small(false, Byte.MIN_VALUE, (short) -1, true, '\\u8000').numbers(Integer.MIN_VALUE, Float.NaN, -1, (byte) -128, "
                                + "-0.0, Long.MIN_VALUE, Float.NEGATIVE_INFINITY, '\\u8000', true)",
                        "receive().receive()"))
                .isEqualTo(
                        "Copy[i=-2147483648, f=NaN, j=-1, b=-128, d=-0.0, l=-9223372036854775808, g=-Infinity, c=\u8000, yes=true]");
    }

    private static Object sent(String sending, String receiving) throws Throwable {
        return Generated.play(PARCELS, """
                try (ParcelsSession session = ParcelsSession.open()) {
                    var next = session.alice().%s;
                    return session.bob().%s.copy().toString();
                }
                """.formatted(sending, receiving));
    }

    @Test
    void referencesArePassedOnAsTheyAre() throws Throwable {
        Object same = Generated.play(PARCELS, """
                try (ParcelsSession session = ParcelsSession.open(SessionOptions.defaults().id("references"))) {
                    int[] ints = {1};
                    List<Double> list = List.of(0.5);
                    Map<String, List<int[]>> map = Map.of("ints", List.of(ints));
                    var alice = session.alice().small(true, (byte) 1, (short) 1, true, '1')
                            .numbers(1, 1f, 1, (byte) 1, 1, 1, 1f, '1', true);
                    var bob = session.bob().receive().receive();
                    List<String> names = List.of("Eve");
                    var rest = alice.objects("text", ints, list, map, null);
                    ParcelsBob.Objects objects = bob.receive();
                    boolean same = objects.text().equals("text") && objects.ints() == ints && objects.list() == list
                            && objects.map() == map && objects.o() == null;
                    int[][] grid = {{1}, {2, 3}};
                    var last = rest.mixed(grid, Long.MAX_VALUE, "Ann", "Bob");
                    ParcelsBob.Mixed mixed = objects.receive();
                    same &= mixed.grid() == grid && mixed.l() == Long.MAX_VALUE && mixed.names().length == 2;
                    last.generic(names, List.of());
                    ParcelsBob.Generic generic = mixed.receive();
                    return same && generic.lists()[0] == names;
                }
                """);

        assertThat(same).isEqualTo(true);
    }
}
