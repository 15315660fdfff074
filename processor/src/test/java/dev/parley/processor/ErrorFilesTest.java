package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @MethodSource("files")
    void everythingIsReportedInItsPlace(Path file) throws IOException {
        String source = Files.readString(file);
        Compilation compilation = Compiler.javac()
                .withProcessors(new ProtocolProcessor())
                .compile(JavaFileObjects.forSourceString("Case", source));

        String actual = AnnotatedSource.annotate(source, problems(compilation));

        if (Boolean.getBoolean("parley.update")) {
            Files.writeString(file, actual);
        } else {
            assertThat(actual).isEqualTo(source);
        }
    }

    private static List<? extends Diagnostic<?>> problems(Compilation compilation) {
        return Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
                .toList();
    }
}
