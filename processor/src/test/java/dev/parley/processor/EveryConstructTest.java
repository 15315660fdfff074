package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of each construct of the language enough ways to get it wrong are tried by {@link ErrorFilesTest}. */
class EveryConstructTest {

    private static final Path ERRORS = Path.of("src/test/resources/errors");
    private static final int WRONG_WAYS = 5;

    /** An error or warning, with what follows in its line. */
    private static final Pattern FOUND = Pattern.compile("(?:error|warning): \\[([a-z-]+)] (.*)");

    /** A construct: how it is written, and how the ids start that are about it. */
    private record Construct(String text, Pattern ids) {

        boolean isConcerned(String id) {
            return ids.matcher(id).lookingAt();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static Construct construct(String text, String ids) {
        return new Construct(text, Pattern.compile(ids));
    }

    static Stream<Construct> constructs() {
        return Stream.of(
                construct("@Message", "message-|payload-"),
                construct("@Role", "role-"),
                construct("interface", "block-|step-"),
                construct("interface", "recursion-"),
                construct("@Choice", "choice-"),
                construct("@Parallel", "parallel-"),
                construct("@Include", "include-"),
                construct("@Family", "family-|gather-"),
                construct("@ForEach", "for-each-|family-"),
                construct("@Quorum", "quorum-"),
                construct("Seat<", "seat-"),
                construct("@OnCrash", "crash-"),
                construct("@Timeout", "timeout-"),
                construct("@Edge", "edge-"),
                construct("@Guard", "guard-"),
                construct("@Phase", "phase-"));
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void isWrongInAtLeastFiveWays(Construct construct) throws IOException {
        assertThat(wrongWays(construct)).hasSizeGreaterThanOrEqualTo(WRONG_WAYS);
    }

    /** Returns the problems of protocols that use the construct, without the same twice. */
    private static Set<String> wrongWays(Construct construct) throws IOException {
        Set<String> problems = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ERRORS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                Matcher found = FOUND.matcher(source.contains(construct.text) ? source : "");
                while (found.find()) {
                    if (construct.isConcerned(found.group(1))) {
                        problems.add(found.group());
                    }
                }
            }
        }
        return problems;
    }
}
