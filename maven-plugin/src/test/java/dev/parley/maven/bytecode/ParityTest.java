package dev.parley.maven.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.annotation.Protocol;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.processor.SourceProtocols;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a protocol is read from its source or from class files makes no difference, whichever compiler made them. */
class ParityTest {

    /** Enough that a corpus which has gone missing is noticed. */
    private static final int AT_LEAST = 120;

    private static final String ANNOTATIONS = location(Protocol.class);

    @TempDir
    private static Path cases;

    private static final Map<Path, String> NAMES = new LinkedHashMap<>();

    private static final Map<Path, Map<String, SourceProtocols.Read>> EXPECTED = new LinkedHashMap<>();

    @BeforeAll
    static void writeSources() throws IOException {
        for (Map.Entry<String, String> source : Corpus.sources().entrySet()) {
            Path each = Files.createDirectory(cases.resolve("case" + NAMES.size()));
            Path file = Files.writeString(each.resolve(Corpus.fileName(source.getValue())), source.getValue());
            NAMES.put(file, source.getKey());
        }
        EXPECTED.putAll(SourceProtocols.read(NAMES.keySet()));
    }

    @Test
    void classFilesOfThisJdkSayTheSame() throws IOException {
        CompileAll.main(ANNOTATIONS, cases.toString(), "javac");

        assertSame("javac");
    }

    @Test
    void classFilesOfJdk25SayTheSame() throws IOException, InterruptedException {
        Optional<Path> jdk = jdk25();
        assumeTrue(jdk.isPresent(), "no JDK 25 beside the one that runs the tests, " + System.getProperty("java.home"));
        Process process = new ProcessBuilder(
                        jdk.orElseThrow().resolve("bin/java").toString(),
                        "-cp",
                        location(CompileAll.class),
                        CompileAll.class.getName(),
                        ANNOTATIONS,
                        cases.toString(),
                        "javac25")
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();

        assertSame("javac25");
    }

    @Test
    void classFilesOfEclipseSayTheSame() throws IOException {
        List<String> options = List.of("-17", "-parameters", "-proc:none", "-nowarn", "-classpath", ANNOTATIONS);
        CompileAll.compile(new EclipseCompiler(), options, cases, "ecj");

        assertSame("ecj");
    }

    private static String location(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static Optional<Path> jdk25() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        try (Stream<Path> beside = Files.list(home.toAbsolutePath().getParent())) {
            return beside.filter(jdk -> Files.exists(jdk.resolve("bin/javac")))
                    .filter(jdk -> isVersion25(jdk.resolve("release")))
                    .findFirst();
        }
    }

    private static boolean isVersion25(Path release) {
        try {
            return Files.exists(release) && Files.readString(release).contains("JAVA_VERSION=\"25");
        } catch (IOException e) {
            return false;
        }
    }

    /** Compares what is read of each source that compiles, what is wrong with it too. */
    private static void assertSame(String output) throws IOException {
        SoftAssertions all = new SoftAssertions();
        List<String> compared = new ArrayList<>();
        for (Path each : NAMES.keySet()) {
            if (Files.exists(each.resolveSibling(output + ".compiled"))) {
                Map<String, SourceProtocols.Read> expected = Objects.requireNonNull(EXPECTED.get(each));
                Path classes = each.resolveSibling(output);
                Map<String, Result<ProtocolDeclaration>> actual =
                        new ProtocolScanner(List.of(classes)).scanByName(classes);
                compared.addAll(expected.keySet());
                all.assertThat(actual.keySet()).as(NAMES.get(each)).isEqualTo(expected.keySet());
                expected.forEach((name, read) -> Optional.ofNullable(actual.get(name))
                        .ifPresent(result -> assertSame(all, NAMES.get(each), result, read)));
            }
        }
        all.assertAll();
        assertThat(compared).hasSizeGreaterThan(AT_LEAST);
        System.out.println("Parity: " + compared.size() + " protocols read alike from sources and from " + output);
    }

    private static void assertSame(
            SoftAssertions all, String name, Result<ProtocolDeclaration> actual, SourceProtocols.Read expected) {
        all.assertThat(actual.value()).as(name).isEqualTo(expected.declaration());
        all.assertThat(problems(actual.diagnostics()))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(problems(expected.diagnostics()));
    }

    /** Class files name the supertype that nothing of a protocol may have; its arguments, which do not matter, are left out. */
    private static List<String> problems(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(found -> found.id() + ": " + found.problem().replaceFirst("(extends [\\w.]+)<.*>", "$1"))
                .toList();
    }
}
