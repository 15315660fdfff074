package dev.parley.processor;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * Source code with the diagnostics that it causes written below their lines:
 *
 * <pre>{@code
 *     @Message(from = Buyer.class, to = Buyer.class) void order();
 * //                                         ^ error: [message-self] Buyer sends order to itself
 * // | hint: …
 * }</pre>
 *
 * The caret stands in the column of the diagnostic; it is left out where the comment signs leave no room for it. So is
 * the line that names the page to read, where it names the right one.
 */
final class AnnotatedSource {

    private static final Pattern EXPECTATION = Pattern.compile("//\\s*(\\^ )?(error|warning): .*|//\\s*\\|.*");

    private AnnotatedSource() {}

    /** Returns the source with the given diagnostics as its only annotations. */
    static String annotate(String source, List<? extends Diagnostic<?>> diagnostics) {
        Map<Long, List<Diagnostic<?>>> byLine = diagnostics.stream().collect(groupingBy(Diagnostic::getLineNumber));
        List<String> lines = new ArrayList<>();
        lines.addAll(annotations(byLine.getOrDefault(Diagnostic.NOPOS, List.of())));
        long number = 0;
        for (String line : source.lines().toList()) {
            number++;
            if (!EXPECTATION.matcher(line).matches()) {
                lines.add(line);
            }
            lines.addAll(annotations(byLine.getOrDefault(number, List.of())));
        }
        return lines.stream().map(line -> line + "\n").collect(joining());
    }

    /** Returns what diagnostics say of which line, in the order of the text. */
    static List<String> byLine(List<? extends Diagnostic<?>> diagnostics) {
        return diagnostics.stream()
                .sorted(comparingLong((Diagnostic<?> diagnostic) -> diagnostic.getLineNumber())
                        .thenComparing(diagnostic -> diagnostic.getMessage(Locale.ROOT)))
                .map(diagnostic -> diagnostic.getLineNumber() + ": " + kind(diagnostic) + lines(diagnostic))
                .toList();
    }

    private static List<String> annotations(List<Diagnostic<?>> diagnostics) {
        return diagnostics.stream()
                .sorted(comparingLong(Diagnostic::getColumnNumber))
                .flatMap(diagnostic -> annotation(diagnostic).stream())
                .toList();
    }

    private static List<String> annotation(Diagnostic<?> diagnostic) {
        List<String> text = lines(diagnostic);
        List<String> lines = new ArrayList<>();
        lines.add(margin(diagnostic.getColumnNumber()) + kind(diagnostic) + text.get(0));
        text.stream()
                .skip(1)
                .filter(line -> !line.equals("see docs/errors/" + code(text.get(0)) + ".md"))
                .map(line -> "// | " + line)
                .forEach(lines::add);
        return lines;
    }

    private static String kind(Diagnostic<?> diagnostic) {
        return diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error: " : "warning: ";
    }

    /** Returns the lines of a message without their indentation, to which compilers add their own. */
    private static List<String> lines(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT).lines().map(String::strip).toList();
    }

    private static String margin(long column) {
        return column <= 3 ? "// " : "//" + " ".repeat((int) column - 3) + "^ ";
    }

    /** Returns the bracketed code that a message of Parley starts with. */
    private static String code(String message) {
        return message.replaceFirst("^\\[([a-z-]+)].*", "$1");
    }
}
