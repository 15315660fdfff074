package dev.parley.runtime.buffer;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The primitive types and how their values become bits of a word. */
public enum Primitive {
    /** {@code boolean}: 0 or 1 in 8 bits. */
    BOOLEAN(8, Boolean.class),
    /** {@code byte}. */
    BYTE(8, Byte.class),
    /** {@code short}. */
    SHORT(16, Short.class),
    /** {@code char}. */
    CHAR(16, Character.class),
    /** {@code int}. */
    INT(32, Integer.class),
    /** {@code long}. */
    LONG(64, Long.class),
    /** {@code float}, as its raw bits. */
    FLOAT(32, Float.class),
    /** {@code double}, as its raw bits. */
    DOUBLE(64, Double.class);

    private final int bits;
    private final Class<?> boxType;

    Primitive(int bits, Class<?> boxType) {
        this.bits = bits;
        this.boxType = boxType;
    }

    /** Returns how many bits of a word a value takes. */
    public int bits() {
        return bits;
    }

    /** Returns the type whose keyword is {@code name}, if there is one. */
    public static Optional<Primitive> named(String name) {
        for (Primitive primitive : values()) {
            if (primitive.keyword().equals(name)) {
                return Optional.of(primitive);
            }
        }
        return Optional.empty();
    }

    /** Returns its keyword, such as {@code int}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the class of its boxes. */
    public Class<?> boxType() {
        return boxType;
    }

    /** Returns the value whose bits are the lowest of a word; higher bits are ignored. */
    public Object box(long word) {
        return switch (this) {
            case BOOLEAN -> (word & 1) != 0;
            case BYTE -> (byte) word;
            case SHORT -> (short) word;
            case CHAR -> (char) word;
            case INT -> (int) word;
            case LONG -> word;
            case FLOAT -> Float.intBitsToFloat((int) word);
            case DOUBLE -> Double.longBitsToDouble(word);
        };
    }

    /** Returns a word whose lowest bits are the value's and whose others are 0; 0 if the value is none of its boxes. */
    public long unbox(@Nullable Object value) {
        return switch (this) {
            case BOOLEAN -> Boolean.TRUE.equals(value) ? 1 : 0;
            case CHAR -> value instanceof Character c ? c : 0;
            case FLOAT -> value instanceof Float f ? Float.floatToRawIntBits(f) & 0xFFFF_FFFFL : 0;
            case DOUBLE -> value instanceof Double d ? Double.doubleToRawLongBits(d) : 0;
            case BYTE, SHORT, INT, LONG -> value instanceof Number n ? n.longValue() & (-1L >>> (64 - bits)) : 0;
        };
    }
}
