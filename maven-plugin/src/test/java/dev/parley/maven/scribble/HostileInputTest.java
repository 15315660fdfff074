package dev.parley.maven.scribble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.maven.scribble.Import.Imported;
import dev.parley.maven.scribble.syntax.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileInputTest {

    private static final String GOOD = """
            (*# Pragma #*)
            module x.Good;
            type <java> "java.lang.Integer" from "rt.jar" as Int;
            /* a comment */
            global protocol Good<sig M>(role A, role B) { // another
                rec X {
                    choice at A { m(Int, y: Int) from A to B; continue X; }
                    or { do Good<M>(B, A); M connect A to B; disconnect A and B; }
                }
            }
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            module M                                       | M.scr:1:9: expected ';', but found the end of the file
            module M; global protocol P(role A, role B) {  | M.scr:1:46: expected
            module M; global protocol P(role A) { } }      | but found '}'
            module M; global protocol P(role A) { m() form A to B; } | M.scr:1:43: expected 'connect' or 'from', but found 'form'
            module M; global protocol P(role A) { m() from A to B } | M.scr:1:55: expected ';', but found '}'
            module M; /* no end                            | M.scr:1:11: this comment has no end
            module M; (* no (* end *)                      | this comment has no end
            module M; type <java> "x from                  | this string has no end on its line
            module M; global protocol Pé(role A) { }       | the character 'é' has no meaning here
            module M; global protocol P() { }              | expected 'role', but found ')'
            """)
    void aMistakeInTheTextIsNamedWithItsPlace(String text, String message) throws IOException {
        assertThat(imported(text.getBytes(StandardCharsets.UTF_8)).problems())
                .isNotEmpty()
                .allMatch(Problem::refusal)
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.contains(message));
    }

    @Test
    void anEmptyFileSaysThatThereIsNoProtocolInIt() throws IOException {
        assertThat(imported(new byte[0]).problems())
                .extracting(Problem::text)
                .contains("there is no global protocol in this file");
    }

    @Test
    void lineEndsOfWindowsAndAByteOrderMarkChangeNothing() throws IOException {
        String text = "module M;\nglobal protocol P(role A, role B) {\n  // first\n  m() from A to B;\n}\n";

        Imported plain = imported(text.getBytes(StandardCharsets.UTF_8));
        Imported windows = imported(("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));

        assertThat(windows.interfaces()).isEqualTo(plain.interfaces());
        assertThat(plain.interfaces().toString()).contains("/** first */");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        assertThat(imported(new byte[] {(byte) 0xC3, 0x28}).problems())
                .extracting(Problem::toString)
                .containsExactly("M.scr:1:1: this file is no text in UTF-8");
    }

    @Test
    void bracesWithoutEndOrMeasureAreRefused() throws IOException {
        String deep = "module M; global protocol P(role A, role B) " + "{ rec X ".repeat(100_000);
        String comments = "(*".repeat(100_000);

        assertThat(imported(deep.getBytes(StandardCharsets.UTF_8)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("nested more than 200 deep"));
        assertThat(imported(comments.getBytes(StandardCharsets.UTF_8)).problems())
                .extracting(Problem::text)
                .contains("this comment has no end");
    }

    @Test
    void commentsCannotBreakTheJavaSource() throws IOException {
        String text = "module M; // \\u002a\\u002f } */ <b> @see {@link x} &amp; \u202E\n"
                + "/* *\\/ */ global protocol P(role A, role B) { m() from A to B; }";

        String source =
                imported(text.getBytes(StandardCharsets.UTF_8)).interfaces().toString();

        assertThat(source.split("\\*/", -1)).hasSize(2);
        assertThat(source).doesNotContain("\\u").doesNotContain("@see").doesNotContain("<b>");
    }

    @Test
    void chainsOfProtocolsThatRunEachOtherDoNotExhaustTheStack() throws IOException {
        StringBuilder text = new StringBuilder("module M;\n");
        for (int i = 0; i < 900; i++) {
            String next = i == 899 ? "" : "do P" + (i + 1) + "(A, B);";
            text.append(i == 0 ? "" : "aux ")
                    .append("global protocol P" + i + "(role A, role B) { m() from A to B; " + next + " }\n");
        }

        Imported imported = imported(text.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(imported.problems()).isEmpty();
        assertThat(imported.protocols().get(0).findings()).isEmpty();
    }

    @Test
    void brokenTextNeverThrows() throws IOException {
        Random random = new Random(42);
        List<String> pieces =
                List.of("{", "}", "(", ")", ";", "*/", "(*", "do", "role", "\"", "é", "<", "choice at A", "\0");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            int changes = 1 + random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                int place = random.nextInt(text.length());
                int end = Math.min(text.length(), place + random.nextInt(8));
                text.replace(place, end, random.nextBoolean() ? pieces.get(random.nextInt(pieces.size())) : "");
            }
            Imported imported = imported(text.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(imported.problems()).allSatisfy(problem -> {
                assertThat(problem.place().line()).isPositive();
                assertThat(problem.text()).isNotBlank().doesNotContain("null");
            });
            assertThat(imported.interfaces()).isNotNull();
        }
    }

    private Imported imported(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("M.scr"), content);
        return new Import(file, Optional.empty()).read(file);
    }
}
