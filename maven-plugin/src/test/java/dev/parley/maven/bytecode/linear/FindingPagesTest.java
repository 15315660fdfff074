package dev.parley.maven.bytecode.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of finding has a page, whose wrong example leads to it and whose right example leads to nothing. */
class FindingPagesTest {

    private static final Path PAGES = Path.of("../docs/verify");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- (wrong|right): (\\w+\\.java) -->\n```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void theWrongExampleLeadsToTheFindingAndTheRightOneToNone(FindingKind kind, @TempDir Path folder)
            throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGES.resolve(kind.code() + ".md")));
        List<Path> files = new ArrayList<>(Corpus.files("protocols"));
        List<String> wrong = new ArrayList<>();
        while (example.find()) {
            files.add(Files.writeString(folder.resolve(example.group(2)), example.group(3)));
            if (example.group(1).equals("wrong")) {
                wrong.add("demo/" + example.group(2));
            }
        }
        Path classes = Corpus.compile(folder, files);

        Verification verification =
                new LinearityVerifier(Corpus.classPath(classes), name -> false).verify(classes, List.of());

        assertThat(wrong).hasSize(1);
        assertThat(verification.findings()).extracting(Finding::file).containsExactlyElementsOf(wrong);
        assertThat(verification.findings()).extracting(Finding::kind).containsExactly(kind);
        assertThat(files).hasSizeGreaterThan(Corpus.files("protocols").size() + 1);
    }

    @Test
    void theIndexListsEveryPageAndThereIsNoOther() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));
        List<String> codes =
                Arrays.stream(FindingKind.values()).map(FindingKind::code).toList();

        assertThat(codes).allSatisfy(code -> assertThat(index).contains("[" + code + "](" + code + ".md)"));
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("README.md"), codes.stream().map(code -> code + ".md"))
                                    .toList());
        }
    }
}
