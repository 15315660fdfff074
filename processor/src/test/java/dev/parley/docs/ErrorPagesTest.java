package dev.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.diagnostic.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every error has a page, whose example leads to it and whose corrected example leads to nothing. */
class ErrorPagesTest {

    /** Found where protocols are read from class files; no source leads to it. */
    private static final String OF_CLASS_FILES = "PARAMETER_NAMES";

    private static final Path PAGES = Path.of("../docs/errors");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = OF_CLASS_FILES)
    void theExampleLeadsToTheError(DiagnosticId id, @TempDir Path classes) {
        Document page = Document.read(PAGES.resolve(id.code() + ".md"));

        List<String> reported = Compilation.compile(page.each("broken:"), classes);

        String start = id.severity().name().toLowerCase(Locale.ROOT) + ": [" + id.code() + "] ";
        assertThat(reported)
                .isNotEmpty()
                .allSatisfy(
                        message -> assertThat(message.replace("mandatory_", "")).startsWith(start));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = OF_CLASS_FILES)
    void theCorrectedExampleIsClean(DiagnosticId id, @TempDir Path classes) {
        Document page = Document.read(PAGES.resolve(id.code() + ".md"));

        assertThat(page.each("file:")).isNotEmpty();
        assertThat(Compilation.compile(page.each("file:"), classes)).isEmpty();
    }

    @Test
    void theIndexListsEveryPageAndThereIsNoOther() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));
        List<String> codes =
                Arrays.stream(DiagnosticId.values()).map(DiagnosticId::code).toList();

        assertThat(codes).allSatisfy(code -> assertThat(index).contains("[" + code + "](" + code + ".md)"));
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("README.md"), codes.stream().map(code -> code + ".md"))
                                    .toList());
        }
    }
}
