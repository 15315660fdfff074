package dev.parley.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInfo;

/**
 * The files expected of a test: {@code src/test/resources/golden/<test>/<method>}. {@code -Dparley.update=true} writes down what is
 * there now.
 */
final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/golden");

    private Golden() {}

    static void assertUnchanged(TestInfo test, Map<String, String> files) throws IOException {
        Path directory = ROOT.resolve(test.getTestClass().orElseThrow().getSimpleName())
                .resolve(test.getTestMethod().orElseThrow().getName());
        if (Boolean.getBoolean("parley.update")) {
            update(directory, files);
        }
        assertThat(files).isEqualTo(read(directory));
    }

    private static void update(Path directory, Map<String, String> files) throws IOException {
        for (String old : read(directory).keySet()) {
            Files.delete(directory.resolve(old));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Map<String, String> read(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.filter(Files::isRegularFile).toList()) {
                    files.put(directory.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                }
            }
        }
        return files;
    }
}
