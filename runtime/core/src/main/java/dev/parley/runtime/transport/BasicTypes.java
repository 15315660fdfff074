package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.Primitive;
import java.io.IOException;
import java.lang.invoke.MethodType;
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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's types of single values. Primitive values and their boxes are written as the bits they have in memory, in a word of 8 bytes; numbers of any
 * size as the bytes of their two's complement; bytes as they are; each of the others as the text that it is read from.
 */
final class BasicTypes {

    /** That of {@code String}. */
    static final ValueType TEXT = text(Function.identity());

    private static final Map<Class<?>, ValueType> TYPES = new HashMap<>();

    static {
        for (Primitive primitive : Primitive.values()) {
            ValueType.Writer write = (value, out) -> out.writeLong(primitive.unbox(value));
            ValueType.Reader read = in -> primitive.box(in.readLong());
            TYPES.put(keywordType(primitive), new ValueType(write, read, false));
            TYPES.put(primitive.boxType(), ValueType.of(write, read));
        }
        TYPES.put(byte[].class, ValueType.of(BasicTypes::writeBytes, BasicTypes::readBytes));
        TYPES.put(
                BigInteger.class,
                ValueType.of((value, out) -> writeNumber((BigInteger) value, out), BasicTypes::readNumber));
        TYPES.put(BigDecimal.class, ValueType.of(BasicTypes::writeDecimal, BasicTypes::readDecimal));
        TYPES.put(String.class, TEXT);
        TYPES.put(URI.class, text(URI::create));
        TYPES.put(UUID.class, text(UUID::fromString));
        TYPES.put(DayOfWeek.class, text(DayOfWeek::valueOf));
        TYPES.put(Duration.class, text(Duration::parse));
        TYPES.put(Instant.class, text(Instant::parse));
        TYPES.put(LocalDate.class, text(LocalDate::parse));
        TYPES.put(LocalDateTime.class, text(LocalDateTime::parse));
        TYPES.put(LocalTime.class, text(LocalTime::parse));
        TYPES.put(Month.class, text(Month::valueOf));
        TYPES.put(MonthDay.class, text(MonthDay::parse));
        TYPES.put(OffsetDateTime.class, text(OffsetDateTime::parse));
        TYPES.put(OffsetTime.class, text(OffsetTime::parse));
        TYPES.put(Period.class, text(Period::parse));
        TYPES.put(Year.class, text(year -> Year.of(Integer.parseInt(year))));
        TYPES.put(YearMonth.class, text(YearMonth::parse));
        TYPES.put(ZoneId.class, text(ZoneId::of));
        TYPES.put(ZoneOffset.class, text(ZoneOffset::of));
        TYPES.put(ZonedDateTime.class, text(ZonedDateTime::parse));
    }

    private BasicTypes() {}

    /** Returns how values of a class are written, or null if it is none of the basic ones. */
    static @Nullable ValueType of(Class<?> type) {
        return TYPES.get(type);
    }

    /** Returns the primitive type of this keyword, or null. */
    static @Nullable Class<?> primitive(String keyword) {
        return Primitive.named(keyword).map(BasicTypes::keywordType).orElse(null);
    }

    private static Class<?> keywordType(Primitive primitive) {
        return MethodType.methodType(primitive.boxType()).unwrap().returnType();
    }

    private static ValueType text(Function<String, ?> parse) {
        return ValueType.of((value, out) -> writeText(value.toString(), out), in -> parse.apply(readText(in)));
    }

    /** As the chars of memory: an encoding of text would refuse or replace halves of surrogate pairs. */
    static void writeText(String text, ValueOutput out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    static String readText(ValueInput in) throws IOException {
        int length = in.readLength(Character.BYTES);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }

    private static void writeBytes(Object value, ValueOutput out) throws IOException {
        byte[] bytes = (byte[]) value;
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Object readBytes(ValueInput in) throws IOException {
        return in.readNBytes(in.readLength(1));
    }

    /** Text would take time that grows with the square of its length. */
    private static void writeNumber(BigInteger number, ValueOutput out) throws IOException {
        writeBytes(number.toByteArray(), out);
    }

    private static BigInteger readNumber(ValueInput in) throws IOException {
        return new BigInteger(in.readNBytes(in.readLength(1)));
    }

    private static void writeDecimal(Object value, ValueOutput out) throws IOException {
        BigDecimal decimal = (BigDecimal) value;
        out.writeInt(decimal.scale());
        writeNumber(decimal.unscaledValue(), out);
    }

    private static Object readDecimal(ValueInput in) throws IOException {
        int scale = in.readInt();
        return new BigDecimal(readNumber(in), scale);
    }
}
