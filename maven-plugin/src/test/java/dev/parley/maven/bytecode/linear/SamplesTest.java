package dev.parley.maven.bytecode.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is found in the samples, which do what they should. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("../samples");

    static List<String> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void usesEveryStateOnce(String sample, @TempDir Path folder) throws IOException {
        Path classes = Corpus.compile(folder, sources(SAMPLES.resolve(sample)));

        Verification verification =
                new LinearityVerifier(Corpus.classPath(classes), name -> false).verify(classes, List.of());

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.unverified()).isEmpty();
        assertThat(verification.methods()).isPositive();
    }

    /** The main sources, and those tests that need no library but the ones of this test. */
    private static List<Path> sources(Path sample) throws IOException {
        try (Stream<Path> files = Files.walk(sample.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .filter(SamplesTest::needsNoOtherLibrary)
                    .toList();
        }
    }

    private static boolean needsNoOtherLibrary(Path file) {
        try {
            String source = Files.readString(file);
            return !source.contains("import com.icegreen") && !source.contains("import jakarta");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
