package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.parley.compiler.diagnostic.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles {@code src/test/resources/errors/<id>/<case>.java} and compares all that the compiler says with what is
 * written in the file. {@code -Dparley.update=true} writes down what it says now.
 */
class ErrorFilesTest {

    private static final Path ERRORS = Path.of("src/test/resources/errors");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(ERRORS)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    /** Returns one file for each entry of the catalogue, without records: on them ecj gives messages no place. */
    static Stream<Path> filesForEcj() throws IOException {
        Map<Path, Path> byDirectory = files().filter(file -> !file.endsWith("record.java"))
                .collect(
                        Collectors.toMap(Path::getParent, Function.identity(), (first, second) -> first, TreeMap::new));
        return byDirectory.values().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingIsReportedInItsPlace(Path file) throws IOException {
        String source = Files.readString(file);
        String actual = AnnotatedSource.annotate(source, problems(compileWithJavac(source)));

        if (Boolean.getBoolean("parley.update")) {
            Files.writeString(file, actual);
        } else {
            assertThat(actual).isEqualTo(source);
        }
    }

    @ParameterizedTest
    @MethodSource("filesForEcj")
    void ecjReportsTheSameOnTheSameLines(Path file, @TempDir Path directory) throws IOException {
        String source = Files.readString(file);
        Project.Outcome outcome =
                new Project(directory).write("Case.java", source).compile(Compilers.ECJ.get(), Compilers.ECJ.options());

        assertThat(AnnotatedSource.byLine(outcome.problems()))
                .isEqualTo(AnnotatedSource.byLine(problems(compileWithJavac(source))));
    }

    @Test
    void ecjReportsRecordsWithoutTheirPlace(@TempDir Path directory) throws IOException {
        String source = Files.readString(ERRORS.resolve("protocol-shape/record.java"));
        Project.Outcome outcome =
                new Project(directory).write("Case.java", source).compile(Compilers.ECJ.get(), Compilers.ECJ.options());

        assertThat(outcome.success()).isFalse();
        assertThat(outcome.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.getMessage(Locale.ROOT)).startsWith("[protocol-shape] Shop is a record"));
    }

    /** Sources always tell the names of parameters. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PARAMETER_NAMES")
    void everyEntryOfTheCatalogueHasACase(DiagnosticId id) throws IOException {
        try (Stream<Path> cases = Files.list(ERRORS.resolve(id.code()))) {
            assertThat(cases).anySatisfy(file -> assertThat(file).content().contains(": [" + id.code() + "] "));
        }
    }

    /** Goes on after errors, so that whatever stands in for endpoints is analysed too, and found to add no error. */
    private static Compilation compileWithJavac(String source) {
        return Compiler.javac()
                .withProcessors(new ProtocolProcessor())
                .withOptions("--should-stop=ifError=FLOW")
                .compile(JavaFileObjects.forSourceString("Case", source));
    }

    private static List<? extends Diagnostic<?>> problems(Compilation compilation) {
        return Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
                .toList();
    }
}
