package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.Primitive;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type are written and read. Primitive values and their boxes are written as the bits they have in memory; of the others,
 * each is written as the text that it is read from, and bytes as they are.
 *
 * @param write writes a value that is not null
 * @param read reads one
 * @param nullable whether a flag before the value says that it is not null
 */
record BasicType(Writer write, Reader read, boolean nullable) {

    /** That of {@code String}. */
    static final BasicType TEXT = text(String.class, Function.identity()).getValue();

    private static final Map<String, BasicType> TYPES = Stream.of(
                    primitives(),
                    Stream.of(Map.entry("byte[]", new BasicType(BasicType::writeBytes, BasicType::readBytes, true))),
                    Stream.of(
                            text(String.class, Function.identity()),
                            text(BigDecimal.class, BigDecimal::new),
                            text(BigInteger.class, BigInteger::new),
                            text(UUID.class, UUID::fromString),
                            text(URI.class, URI::create),
                            text(DayOfWeek.class, DayOfWeek::valueOf),
                            text(Duration.class, Duration::parse),
                            text(Instant.class, Instant::parse),
                            text(LocalDate.class, LocalDate::parse),
                            text(LocalDateTime.class, LocalDateTime::parse),
                            text(LocalTime.class, LocalTime::parse),
                            text(Month.class, Month::valueOf),
                            text(MonthDay.class, MonthDay::parse),
                            text(OffsetDateTime.class, OffsetDateTime::parse),
                            text(OffsetTime.class, OffsetTime::parse),
                            text(Period.class, Period::parse),
                            text(Year.class, year -> Year.of(Integer.parseInt(year))),
                            text(YearMonth.class, YearMonth::parse),
                            text(ZoneId.class, ZoneId::of),
                            text(ZoneOffset.class, ZoneOffset::of),
                            text(ZonedDateTime.class, ZonedDateTime::parse)))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Writes a value. */
    interface Writer {
        void write(Object value, DataOutputStream out) throws IOException;
    }

    /** Reads a value. */
    interface Reader {
        Object read(DataInputStream in) throws IOException;
    }

    static boolean supports(String type) {
        return TYPES.containsKey(type);
    }

    /**
     * Returns a type.
     *
     * @param name its name as source code, fully qualified
     * @throws IOException if it is none of the basic ones
     */
    static BasicType named(String name) throws IOException {
        return Optional.ofNullable(TYPES.get(name))
                .orElseThrow(() -> new IOException(name + " is no basic type; write a codec for it"));
    }

    void write(@Nullable Object value, DataOutputStream out) throws IOException {
        if (nullable) {
            out.writeBoolean(value != null);
        }
        if (value != null) {
            write.write(value, out);
        }
    }

    @Nullable Object read(DataInputStream in) throws IOException {
        try {
            return nullable && !in.readBoolean() ? null : read.read(in);
        } catch (RuntimeException e) {
            throw new IOException("a value cannot be read: " + e.getMessage(), e);
        }
    }

    private static Stream<Map.Entry<String, BasicType>> primitives() {
        return Stream.of(Primitive.values()).flatMap(primitive -> {
            Writer write = (value, out) -> out.writeLong(primitive.unbox(value));
            Reader read = in -> primitive.box(in.readLong());
            return List.of(
                    Map.entry(primitive.keyword(), new BasicType(write, read, false)),
                    Map.entry(primitive.boxType().getName(), new BasicType(write, read, true)))
                    .stream();
        });
    }

    private static <T> Map.Entry<String, BasicType> text(Class<T> type, Function<String, T> parse) {
        Writer write = (value, out) -> writeText(value.toString(), out);
        return Map.entry(type.getName(), new BasicType(write, in -> parse.apply(readText(in)), true));
    }

    /** As the chars of memory: an encoding of text would refuse or replace halves of surrogate pairs. */
    private static void writeText(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = length(in, Character.BYTES);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }

    private static void writeBytes(Object value, DataOutputStream out) throws IOException {
        byte[] bytes = (byte[]) value;
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Object readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(length(in, 1));
    }

    private static int length(DataInputStream in, int unit) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available() / unit) {
            throw new IOException(
                    "a value of length " + length + " was announced, and " + in.available() + " bytes are left");
        }
        return length;
    }
}
