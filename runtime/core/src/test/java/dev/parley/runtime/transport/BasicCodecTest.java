package dev.parley.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.MessageLayout.Parameter;
import dev.parley.runtime.buffer.MessageLayout.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BasicCodecTest {

    private final BasicCodec codec = new BasicCodec();

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("int", Integer.MIN_VALUE),
                Arguments.of("double", -0.0),
                Arguments.of("boolean", true),
                Arguments.of("char", '\uD800'),
                Arguments.of("java.lang.Long", Long.MIN_VALUE),
                Arguments.of("java.lang.Byte", (byte) -1),
                Arguments.of("java.lang.Float", Float.MIN_VALUE),
                Arguments.of("java.lang.Character", 'x'),
                Arguments.of("java.lang.String", "Emma \uD83D\uDE00, half a pair \uD83D, and nothing \0"),
                Arguments.of("java.lang.String", ""),
                Arguments.of("java.math.BigDecimal", new BigDecimal("-1.20E+400")),
                Arguments.of("java.math.BigInteger", BigInteger.TWO.pow(200)),
                Arguments.of("java.util.UUID", new UUID(1, -1)),
                Arguments.of("java.net.URI", URI.create("https://example.org/a?b#c")),
                Arguments.of("java.time.Instant", Instant.MIN),
                Arguments.of("java.time.Duration", Duration.ofNanos(-1)),
                Arguments.of("java.time.LocalDate", LocalDate.MAX),
                Arguments.of("java.time.LocalTime", LocalTime.MIDNIGHT),
                Arguments.of("java.time.LocalDateTime", LocalDateTime.MIN),
                Arguments.of("java.time.OffsetDateTime", OffsetDateTime.MAX),
                Arguments.of("java.time.Period", Period.of(1, -2, 3)),
                Arguments.of("java.time.Year", Year.of(-44)),
                Arguments.of("java.time.ZoneId", ZoneId.of("Europe/Paris")),
                // The second of the two hours that are called half past two.
                Arguments.of(
                        "java.time.ZonedDateTime",
                        ZonedDateTime.ofInstant(Instant.parse("2026-10-25T01:30:00Z"), ZoneId.of("Europe/Paris"))));
    }

    private static MessageLayout message(int code, String... types) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            parameters.add(new Parameter("value" + i, types[i], new Place.Reference(i)));
        }
        return new MessageLayout(code, "message", parameters);
    }

    private byte[] encoded(MessageLayout message, @Nullable Object... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.encode(message, Arrays.asList(values), out);
        return out.toByteArray();
    }

    private DecodedMessage decoded(byte[] bytes, MessageLayout... expected) throws IOException {
        return codec.decode(frame(new ByteArrayInputStream(bytes)), List.of(expected));
    }

    private byte[] frame(ByteArrayInputStream in) throws IOException {
        return Objects.requireNonNull(codec.frame(in));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueComesBackAsItWas(String type, Object value) throws IOException {
        MessageLayout message = message(1, type, type);
        assertThat(codec.supports(message)).isTrue();

        assertThat(decoded(encoded(message, value, value), message))
                .isEqualTo(DecodedMessage.of(message, value, value));
    }

    @Test
    void bytesComeBackAndSoDoesNull() throws IOException {
        MessageLayout message = message(1, "byte[]", "byte[]", "java.lang.String", "java.lang.Integer");

        List<@Nullable Object> values = decoded(encoded(message, new byte[] {1, -1}, null, null, null), message)
                .values();

        assertThat((byte[]) values.get(0)).containsExactly(1, -1);
        assertThat(values.subList(1, 4)).isEqualTo(Collections.nCopies(3, null));
    }

    @Test
    void messagesFollowEachOther() throws IOException {
        MessageLayout first = message(1);
        MessageLayout second = message(2, "int");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.encode(first, List.of(), out);
        codec.encode(second, List.of(7), out);
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());

        assertThat(codec.decode(frame(in), List.of(first, second)).message()).isEqualTo(first);
        assertThat(codec.decode(frame(in), List.of(first, second))).isEqualTo(DecodedMessage.of(second, 7));
        assertThat(codec.frame(in)).isNull();
    }

    @Test
    void whatIsNoMessageIsRefused() throws IOException {
        MessageLayout message = message(1, "java.lang.String");
        byte[] bytes = encoded(message, "text");

        assertThatIOException()
                .isThrownBy(() -> decoded(bytes, message(2)))
                .withMessageStartingWith("message 1 came where one of [message()] may come");
        assertThatIOException()
                .isThrownBy(() -> decoded(bytes, message(1)))
                .withMessageContaining("bytes are left over");
        assertThatIOException()
                .isThrownBy(
                        () -> decoded(encoded(message(1, "java.lang.String"), "soon"), message(1, "java.time.Instant")))
                .withMessageContaining("a value cannot be read");
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> decoded(Arrays.copyOf(bytes, bytes.length - 1), message));
        assertThatIOException()
                .isThrownBy(() -> codec.frame(new ByteArrayInputStream(new byte[] {-1, 0, 0, 0})))
                .withMessageContaining("announced");
    }

    @Test
    void anotherFormIsRefused() throws IOException {
        MessageLayout message = message(1, "int");
        byte[] bytes = encoded(message, 7);
        bytes[Integer.BYTES] = 2;

        assertThatIOException().isThrownBy(() -> decoded(bytes, message)).withMessageContaining("the form 2");
    }

    @Test
    void otherTypesAreNotSupported() {
        assertThat(codec.supports(message(1, "java.lang.Object"))).isFalse();
        assertThat(codec.supports(message(1, "java.util.List"))).isFalse();
        assertThat(codec.supports(message(1, "java.util.ArrayList<java.lang.String>")))
                .isFalse();
        assertThat(codec.supports(message(1, "java.util.List<?>"))).isFalse();
        assertThat(codec.supports(message(1, "java.util.Map<java.lang.String, java.lang.Thread>")))
                .isFalse();
        assertThat(codec.supports(message(1, "no.such.Thing"))).isFalse();
    }
}
