package dev.parley.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.parley.compiler.protocol.TypeRef.Primitive;
import dev.parley.processor.codegen.PayloadLayout.Bits;
import java.util.List;

/** Expressions that turn primitive values into bits of a word and back. */
final class Encoding {

    private Encoding() {}

    /** Returns the header of a message: its code above, what payload fits below. */
    static CodeBlock header(int code, PayloadLayout layout, List<String> values) {
        CodeBlock payload = word(0, layout, values);
        return payload.isEmpty() ? CodeBlock.of("$LL << 32", code) : CodeBlock.of("$LL << 32 | $L", code, payload);
    }

    /** Returns a word of a message, without the message's code; nothing where it has no payload. */
    static CodeBlock word(int word, PayloadLayout layout, List<String> values) {
        CodeBlock.Builder parts = CodeBlock.builder();
        for (int i = 0; i < values.size(); i++) {
            if (layout.places().get(i) instanceof Bits bits && bits.word() == word) {
                parts.add(parts.isEmpty() ? "" : " | ").add(part(bits, values.get(i)));
            }
        }
        return parts.build();
    }

    private static CodeBlock part(Bits bits, String value) {
        CodeBlock raw = raw(bits.type(), value);
        return bits.shift() == 0 ? raw : CodeBlock.of("$L << $L", raw, bits.shift());
    }

    private static CodeBlock raw(Primitive type, String value) {
        return switch (type) {
            case BOOLEAN -> CodeBlock.of("($N ? 1L : 0L)", value);
            case BYTE -> CodeBlock.of("($N & 0xFFL)", value);
            case SHORT, CHAR -> CodeBlock.of("($N & 0xFFFFL)", value);
            case INT -> CodeBlock.of("($N & 0xFFFF_FFFFL)", value);
            case FLOAT -> CodeBlock.of("($T.floatToRawIntBits($N) & 0xFFFF_FFFFL)", Float.class, value);
            case LONG -> CodeBlock.of("$N", value);
            case DOUBLE -> CodeBlock.of("$T.doubleToRawLongBits($N)", Double.class, value);
        };
    }

    /** Returns the value that the given bits of the given word encode. */
    static CodeBlock value(Bits bits, CodeBlock word) {
        CodeBlock shifted = bits.shift() == 0 ? word : CodeBlock.of("($L >>> $L)", word, bits.shift());
        return switch (bits.type()) {
            case BOOLEAN -> CodeBlock.of("($L & 1) != 0", shifted);
            case BYTE, SHORT, CHAR, INT -> CodeBlock.of("($L) $L", bits.type(), shifted);
            case FLOAT -> CodeBlock.of("$T.intBitsToFloat((int) $L)", Float.class, shifted);
            case LONG -> shifted;
            case DOUBLE -> CodeBlock.of("$T.longBitsToDouble($L)", Double.class, shifted);
        };
    }
}
