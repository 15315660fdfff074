package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an alternative is taken for a role that has not chosen.
 *
 * @param text the duration as written, such as {@code 30s}
 * @param origin the annotation value
 */
public record Timeout(String text, Origin origin) {

    /** A whole number above 0 and a unit. Nine digits, of hours too, fit into every clock. */
    private static final Pattern GRAMMAR = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|h)");

    /** Returns the duration; empty if the text is none. */
    public Optional<Duration> duration() {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }
}
