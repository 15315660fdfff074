package dev.parley.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import dev.parley.runtime.buffer.MessageLayout.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records, enums, collections and arrays are written and read; what is no message is refused, whatever its bytes are. */
class StructuredPayloadTest {

    enum Color {
        RED,
        GREEN {
            @Override
            boolean isWarm() {
                return false;
            }
        };

        boolean isWarm() {
            return true;
        }
    }

    record Item(
            String name,
            int count,
            @Nullable BigDecimal price,
            @Nullable Color color) {}

    record Order(
            UUID id,
            Instant at,
            List<@Nullable Item> items,
            Map<String, Set<Color>> colors,
            Optional<LocalDate> due,
            boolean gift) {}

    record Tree(@Nullable Tree left, long value, List<? extends Tree> more) {}

    record Pair<A, B>(@Nullable A first, B second) {}

    record Boxes<T>(Pair<T, List<T>> pair, List<Pair<String, T>> others) {}

    record Endless<T>(@Nullable Endless<List<T>> more) {}

    record Even(int number) {
        Even {
            if (number % 2 != 0) {
                throw new IllegalArgumentException(number + " is odd");
            }
        }
    }

    record Anything(Object value) {}

    private static final String HERE = "dev.parley.runtime.transport.StructuredPayloadTest.";

    private final BasicCodec codec = new BasicCodec();

    private static MessageLayout message(String type) {
        return new MessageLayout(1, "message", List.of(new Parameter("value", type, new Place.Reference(0))));
    }

    private byte[] encoded(String type, @Nullable Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.encode(message(type), Collections.singletonList(value), out);
        return out.toByteArray();
    }

    private @Nullable Object decoded(String type, byte[] bytes) throws IOException {
        byte[] frame = Objects.requireNonNull(codec.frame(new ByteArrayInputStream(bytes)));
        return codec.decode(frame, List.of(message(type))).values().get(0);
    }

    private @Nullable Object copied(String type, @Nullable Object value) throws IOException {
        assertThat(codec.supports(message(type))).as(type).isTrue();
        return decoded(type, encoded(type, value));
    }

    @Test
    void recordsComeBackWithAllTheyContain() throws IOException {
        Item tea = new Item("tea", 2, new BigDecimal("3.50"), Color.GREEN);
        Order order = new Order(
                new UUID(1, 2),
                Instant.parse("2026-01-01T00:00:00Z"),
                Arrays.asList(tea, null, new Item("", 0, null, null)),
                Map.of("warm", Set.of(Color.RED), "none", Set.of()),
                Optional.of(LocalDate.MIN),
                true);
        Tree tree = new Tree(new Tree(null, 1, List.of()), 2, List.of(new Tree(null, 3, List.of())));

        assertThat(copied(HERE + "Order", order)).isEqualTo(order);
        assertThat(copied(HERE + "Order", null)).isNull();
        assertThat(copied(HERE + "Tree", tree)).isEqualTo(tree);
    }

    @Test
    void genericRecordsAreOfTheTypesThatAreDeclared() throws IOException {
        Boxes<Long> boxes = new Boxes<>(new Pair<>(1L, List.of(2L)), List.of(new Pair<>("three", 3L)));

        assertThat(copied(HERE + "Boxes<java.lang.Long>", boxes)).isEqualTo(boxes);
        assertThat(codec.supports(message(HERE + "Boxes<java.lang.Object>"))).isFalse();
        assertThat(codec.supports(message(HERE + "Boxes"))).isFalse();
        assertThat(codec.supports(message(HERE + "Endless<java.lang.Long>"))).isFalse();
        assertThat(codec.supports(message(HERE + "Anything"))).isFalse();
    }

    @Test
    void collectionsKeepTheirOrderAndCannotBeModified() throws IOException {
        Set<@Nullable String> set = new LinkedHashSet<>(Arrays.asList("b", null, "a"));
        Map<Integer, Color> map = new LinkedHashMap<>();
        map.put(2, Color.RED);
        map.put(1, Color.GREEN);

        Set<?> copy = (Set<?>) Objects.requireNonNull(copied("java.util.Set<java.lang.String>", set));
        assertThat(copy).hasToString("[b, null, a]");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(copy::clear);
        assertThat(copied("java.util.Map<java.lang.Integer, " + HERE + "Color>", map))
                .hasToString("{2=RED, 1=GREEN}");
        assertThat(copied("java.util.Collection<java.time.DayOfWeek>", List.of(DayOfWeek.MONDAY)))
                .isEqualTo(List.of(DayOfWeek.MONDAY));
        assertThat(copied("java.util.Optional<java.time.Duration>", Optional.of(Duration.ZERO)))
                .isEqualTo(Optional.of(Duration.ZERO));
        assertThat(copied("java.util.Optional<java.time.Duration>", Optional.empty()))
                .isEqualTo(Optional.empty());
    }

    @Test
    void arraysOfAnyElementsComeBack() throws IOException {
        assertThat((int[]) copied("int[]", new int[] {1, -1})).containsExactly(1, -1);
        assertThat((boolean[]) copied("boolean[]", new boolean[] {true, false})).containsExactly(true, false);
        assertThat((String[][]) copied("java.lang.String[][]", new String[][] {{"a"}, {}}))
                .isDeepEqualTo(new String[][] {{"a"}, {}});
        assertThat((byte[][]) copied("byte[][]", new byte[][] {{1}, {2, 3}})).isDeepEqualTo(new byte[][] {{1}, {2, 3}});
        assertThat((Color[]) copied(HERE + "Color[]", new Color[] {Color.GREEN}))
                .containsExactly(Color.GREEN);
    }

    @Test
    void whatIsWrittenIsWhatIsDescribed() throws IOException {
        byte[] bytes = encoded(
                HERE + "Pair<java.lang.Boolean, java.util.List<" + HERE + "Color>>",
                new Pair<>(null, List.of(Color.RED)));

        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(expected);
        out.writeInt(23);
        out.writeByte(1); // the form
        out.writeInt(1); // the code
        out.writeByte(1); // there is a pair
        out.writeByte(0); // its first is null
        out.writeByte(1); // its second is not
        out.writeInt(1); // elements
        out.writeByte(1); // which is not null
        out.writeInt(3);
        out.writeChars("RED");
        assertThat(bytes).isEqualTo(expected.toByteArray());
    }

    @Test
    void aRecordMayRefuseItsValues() throws IOException {
        byte[] bytes = encoded(HERE + "Even", new Even(4));
        bytes[bytes.length - 1] = 3;

        assertThatIOException().isThrownBy(() -> decoded(HERE + "Even", bytes)).withMessageContaining("3 is odd");
    }

    @Test
    void valuesAreNestedToADepthOnly() throws IOException {
        Tree deep = new Tree(null, 0, List.of());
        for (int i = 1; i < BasicCodec.MAX_DEPTH - 1; i++) {
            deep = new Tree(deep, i, List.of());
        }
        Tree deepest = deep;

        assertThat(copied(HERE + "Tree", deepest)).isEqualTo(deepest);
        assertThatIOException()
                .isThrownBy(() -> encoded(
                        HERE + "Tree", new Tree(new Tree(new Tree(deepest, 0, List.of()), 0, List.of()), 0, List.of())))
                .withMessageContaining("128 deep");
        byte[] endless = new byte[1000];
        Arrays.fill(endless, (byte) 1);
        assertThatIOException()
                .isThrownBy(() -> decoded(HERE + "Tree", framed(endless)))
                .withMessageContaining("128 deep");
    }

    @Test
    void aMessageHasSoManyValuesOnly() throws IOException {
        List<@Nullable String> many = Collections.nCopies(BasicCodec.MAX_VALUES, null);
        assertThatIOException()
                .isThrownBy(() -> encoded("java.util.List<java.lang.String>", many))
                .withMessageContaining("more than " + BasicCodec.MAX_VALUES);

        byte[] nulls = new byte[5 + (2 << 20)]; // a list that has not as many elements as bytes, but too many
        nulls[0] = 1;
        nulls[2] = 2 << 4;
        assertThatIOException()
                .isThrownBy(() -> decoded("java.util.List<java.lang.String>", framed(nulls)))
                .withMessageContaining("more than " + BasicCodec.MAX_VALUES);
        assertThatIOException()
                .isThrownBy(() -> decoded("java.lang.String[]", framed(nulls)))
                .withMessageContaining("more than " + BasicCodec.MAX_VALUES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String[]",
                "long[]",
                "byte[]",
                "java.lang.String",
                "java.util.List<java.lang.String>",
                "java.util.Set<java.lang.String>",
                "java.util.Map<java.lang.String, java.lang.String>",
                "java.math.BigInteger"
            })
    void announcedLengthsAreNotBelieved(String type) {
        byte[] announced = {1, 0x7F, -1, -1, -1};
        byte[] negative = {1, -1, -1, -1, -1};

        assertThatIOException()
                .isThrownBy(() -> decoded(type, framed(announced)))
                .withMessageContaining("announced");
        assertThatIOException()
                .isThrownBy(() -> decoded(type, framed(negative)))
                .withMessageContaining("announced");
    }

    @Test
    void nothingIsTwiceInASetOrAMap() throws IOException {
        byte[] twice = {1, 0, 0, 0, 2, 0, 0};
        byte[] keys = {1, 0, 0, 0, 2, 0, 0, 0, 0};

        assertThatIOException()
                .isThrownBy(() -> decoded("java.util.Set<java.lang.String>", framed(twice)))
                .withMessageContaining("twice");
        assertThatIOException()
                .isThrownBy(() -> decoded("java.util.Map<java.lang.String, java.lang.String>", framed(keys)))
                .withMessageContaining("twice");
    }

    /** The bytes of a value, in a message. */
    private static byte[] framed(byte[] value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(value.length + 5);
        out.writeByte(BasicCodec.FORM);
        out.writeInt(1);
        out.write(value);
        return bytes.toByteArray();
    }

    @Test
    void randomValuesComeBack() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            Order order = order(new Random(seed));
            assertThat(copied(HERE + "Order", order)).as("seed " + seed).isEqualTo(order);
            Tree tree = tree(new Random(seed), 6);
            assertThat(copied(HERE + "Tree", tree)).as("seed " + seed).isEqualTo(tree);
        }
    }

    /** Every failure is an IOException, and what is read nevertheless is a message that can be written. */
    @Test
    void randomBytesAreReadOrRefused() throws IOException {
        int refused = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = encoded(HERE + "Order", order(random));
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(4) == 0
                    ? framed(Arrays.copyOfRange(bytes, 9, 9 + random.nextInt(bytes.length - 9)))
                    : bytes;
            try {
                Object read = decoded(HERE + "Order", cut);
                assertThat(copied(HERE + "Order", read)).as("seed " + seed).isEqualTo(read);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 4_999);
    }

    private static Order order(Random random) {
        List<@Nullable Item> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(random.nextInt(5) == 0 ? null : item(random));
        }
        Map<String, Set<Color>> colors = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            colors.put(text(random), random.nextBoolean() ? Set.of() : Set.of(Color.values()));
        }
        return new Order(
                new UUID(random.nextLong(), random.nextLong()),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                items,
                colors,
                random.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(random.nextInt(1_000_000))),
                random.nextBoolean());
    }

    private static Item item(Random random) {
        return new Item(
                text(random),
                random.nextInt(),
                random.nextBoolean() ? null : new BigDecimal(new BigInteger(80, random), random.nextInt(20) - 10),
                random.nextBoolean() ? null : Color.values()[random.nextInt(2)]);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(6), 0, Character.MAX_VALUE + 1)
                .collect(StringBuilder::new, (all, each) -> all.append((char) each), StringBuilder::append)
                .toString();
    }

    private static Tree tree(Random random, int depth) {
        List<Tree> more = new ArrayList<>();
        for (int i = depth == 0 ? 0 : random.nextInt(3); i > 0; i--) {
            more.add(tree(random, depth - 1));
        }
        return new Tree(depth == 0 || random.nextBoolean() ? null : tree(random, depth - 1), random.nextLong(), more);
    }
}
