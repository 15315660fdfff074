package dev.parley.maven.bytecode.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.maven.bytecode.linear.Corpus.Expectation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In every program of the corpus exactly that is found which its comments say. */
class CorpusTest {

    private static Verification verification = new Verification(List.of(), List.of(), 0, 0);

    @BeforeAll
    static void verify(@TempDir Path folder) throws IOException {
        Path classes = Corpus.compile(folder);
        verification = new LinearityVerifier(Corpus.classPath(classes), name -> false).verify(classes, List.of());
    }

    static List<String> categories() {
        return Corpus.categories();
    }

    @ParameterizedTest
    @MethodSource("categories")
    void findsAllThatIsWrongAndNothingElse(String category) {
        List<Path> files = Corpus.files(category);
        Set<String> names =
                files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        Set<Expectation> expected = new TreeSet<>();
        files.forEach(file -> expected.addAll(Corpus.expected(file)));
        Set<Expectation> found = found();
        found.removeIf(each -> !names.contains(each.file()));
        long hits = found.stream().filter(expected::contains).count();
        System.out.printf(
                "%-18s %3d programs, %2d of them right; %2d to be found, precision %.3f, recall %.3f%n",
                category,
                files.size(),
                files.stream().filter(file -> Corpus.expected(file).isEmpty()).count(),
                expected.size(),
                found.isEmpty() ? 1 : (double) hits / found.size(),
                expected.isEmpty() ? 1 : (double) hits / expected.size());

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void leadsToEveryFindingByAPathThatEndsWithIt() {
        assertThat(verification.findings()).allSatisfy(finding -> {
            assertThat(finding.path()).isNotEmpty();
            assertThat(finding.path()).extracting(Step::line).allMatch(line -> line > 0);
            assertThat(finding.file()).startsWith("demo/").endsWith(".java");
        });
    }

    @Test
    void followsEveryMethodToItsEnd() {
        assertThat(verification.unverified()).isEmpty();
    }

    private static Set<Expectation> found() {
        return verification.findings().stream()
                .map(finding -> new Expectation(
                        finding.file().substring("demo/".length()),
                        finding.line(),
                        finding.kind().code()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
