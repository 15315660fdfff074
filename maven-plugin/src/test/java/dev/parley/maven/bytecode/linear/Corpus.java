package dev.parley.maven.bytecode.linear;

import dev.parley.processor.ProtocolProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Small programs, right and wrong, in {@code src/test/resources/linear}: a folder for each category. A line on which something is to
 * be found says so in a comment, by the bracketed code of the finding; nothing else is to be found.
 */
final class Corpus {

    private static final Path ROOT = Path.of("src/test/resources/linear");
    private static final Pattern COMMENT = Pattern.compile("//.*$");
    private static final Pattern EXPECTED = Pattern.compile("\\[([a-z-]+)]");

    private Corpus() {}

    /**
     * Something that is found.
     *
     * @param file the name of the source file
     * @param line the line
     * @param code which kind of finding
     */
    record Expectation(String file, int line, String code) implements Comparable<Expectation> {
        @Override
        public int compareTo(Expectation other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return file + ":" + line + " [" + code + "]";
        }
    }

    static List<String> categories() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("protocols"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(String category) {
        try (Stream<Path> files = Files.list(ROOT.resolve(category))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<Expectation> expected(Path file) {
        Set<Expectation> expected = new TreeSet<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher comment = COMMENT.matcher(lines.get(i));
                if (comment.find()) {
                    Matcher code = EXPECTED.matcher(comment.group());
                    while (code.find()) {
                        expected.add(new Expectation(file.getFileName().toString(), i + 1, code.group(1)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expected;
    }

    /** Compiles all programs against the endpoints that the processor generates for their protocols; returns the class folder. */
    static Path compile(Path directory) throws IOException {
        List<Path> files = new ArrayList<>(files("protocols"));
        categories().forEach(category -> files.addAll(files(category)));
        return compile(directory, files);
    }

    static Path compile(Path directory, List<Path> files) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path generated = Files.createDirectories(directory.resolve("generated"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter log = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            JavaCompiler.CompilationTask task =
                    javac.getTask(log, manager, null, options(), null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new ProtocolProcessor()));
            if (!task.call()) {
                throw new AssertionError("does not compile:\n" + log);
            }
            return classes;
        }
    }

    /** Switches over patterns were a preview in Java 17. */
    private static List<String> options() {
        int java = Runtime.version().feature();
        return java < 21
                ? List.of("-g", "--enable-preview", "--release", Integer.toString(java))
                : List.of("-g", "--release", "21");
    }

    static List<Path> classPath(Path classes) {
        List<Path> classPath = new ArrayList<>(List.of(classes));
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .forEach(classPath::add);
        return classPath;
    }
}
