package dev.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles every example of the documentation, runs those that print something, and compares what they print. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md"))
                    .filter(page -> !page.startsWith(ROOT.resolve("docs/errors"))) // held by a test of their own
                    .sorted()
                    .forEach(pages::add);
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void examplesCompileAndPrintWhatThePageSays(Path page, @TempDir Path classes) throws Exception {
        Document document = Document.read(page);
        Map<String, String> files = document.each("file:");
        if (files.isEmpty()) {
            return;
        }
        assertThat(Compilation.compile(files, classes)).isEmpty();
        for (Map.Entry<String, String> output : document.each("output of").entrySet()) {
            assertThat(run(output.getKey(), classes)).isEqualTo(output.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void brokenExamplesFailAsThePageSays(Path page, @TempDir Path classes) throws IOException {
        Document document = Document.read(page);
        for (Map.Entry<String, String> broken : document.each("broken:").entrySet()) {
            List<String> errors = Compilation.compile(Map.of(broken.getKey(), broken.getValue()), classes);

            assertThat(String.join("\n", errors) + "\n")
                    .isEqualTo(document.blocks().get("errors of " + broken.getKey()));
        }
    }

    @Test
    void theReadmeShowsAProgramAndAnError() throws IOException {
        Document readme = Document.read(ROOT.resolve("README.md"));

        assertThat(readme.each("output of")).isNotEmpty();
        assertThat(readme.each("errors of")).isNotEmpty();
        assertThat(readme.each("command:")).containsOnlyKeys("run", "test");
    }

    /** Runs a main class and returns what it prints. */
    private static String run(String mainClass, Path classes) throws Exception {
        PrintStream console = System.out;
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, DocumentationTest.class.getClassLoader());
                PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            thread.setContextClassLoader(loader); // as when it is launched
            Class.forName(mainClass, true, loader)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            thread.setContextClassLoader(own);
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
