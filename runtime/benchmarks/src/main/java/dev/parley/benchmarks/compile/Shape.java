package dev.parley.benchmarks.compile;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Protocols that grow in one direction, as source text. */
public enum Shape {
    /** A sequence of messages among three roles; the size is the number of messages. */
    SEQUENCE(1000) {
        @Override
        String body(int size) {
            // A sends to B, B to C, C to A, and so on: every role takes part in two of three messages.
            return roles("A", "B", "C")
                    + each(size, i -> message(role(i % 3), role((i + 1) % 3), "m" + i, "int value", "void"));
        }

        private String role(int number) {
            return String.valueOf((char) ('A' + number));
        }
    },
    /** A choice of one role, each alternative answered; the size is the number of alternatives. */
    CHOICE(300) {
        @Override
        String body(int size) {
            return roles("A", "B")
                    + "Alternatives choose();\n@Choice(at = A.class) interface Alternatives {\n"
                    + each(size, i -> message("A", "B", "m" + i, "int value", "Answer" + i))
                    + "}\n"
                    + each(
                            size,
                            i -> "interface Answer" + i + " {\n" + message("B", "A", "r" + i, "long value", "void")
                                    + "}\n");
        }
    },
    /** A message that goes round once among many roles; the size is the number of roles. */
    RING(30) {
        @Override
        String body(int size) {
            return each(size, i -> "@Role interface R" + i + " {}\n")
                    + each(size, i -> message("R" + i, "R" + (i + 1) % size, "m" + i, "int value", "void"));
        }
    },
    /** Pairs of roles that have nothing to do with each other, four messages a pair; the size is the number of pairs. */
    PAIRS(8) {
        @Override
        String body(int size) {
            return each(size, i -> "@Role interface A" + i + " {}\n@Role interface B" + i + " {}\n")
                    + each(4 * size, i -> {
                        int pair = i % size;
                        boolean forth = i / size % 2 == 0;
                        return message(
                                (forth ? "A" : "B") + pair, (forth ? "B" : "A") + pair, "m" + i, "int value", "void");
                    });
        }
    };

    private final int size;

    Shape(int size) {
        this.size = size;
    }

    /** Returns the source of a protocol of this shape named {@code Big}, some times as large as the smallest. */
    public String source(int times) {
        return "import dev.parley.annotation.*;\n@Protocol public interface Big {\n" + body(size * times) + "}\n";
    }

    abstract String body(int size);

    static String roles(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> "@Role interface " + names[i] + " {}\n")
                .collect(Collectors.joining());
    }

    static String each(int size, IntFunction<String> line) {
        return IntStream.range(0, size).mapToObj(line).collect(Collectors.joining());
    }

    static String message(String from, String to, String label, String payload, String next) {
        return "@Message(from = " + from + ".class, to = " + to + ".class) " + next + " " + label + "(" + payload
                + ");\n";
    }
}
