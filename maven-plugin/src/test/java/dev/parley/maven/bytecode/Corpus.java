package dev.parley.maven.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All sources with protocols in the repository: samples, the pages' examples, and what the processor is tested with. */
final class Corpus {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MARKDOWN_BLOCK = Pattern.compile("(?ms)^( *)```java\\n(.*?)^\\1```$");
    private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)\"\"\"\\n(.*?)\"\"\"");

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?mU)^public (?:\\w+ )*(?:class|interface|record|enum) (\\w+)");

    private Corpus() {}

    /** Returns the sources by where they come from. */
    static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        addFiles(sources, Path.of("src/test/resources/parity"));
        addFiles(sources, ROOT.resolve("samples"));
        addFiles(sources, ROOT.resolve("processor/src/test/resources/errors"));
        addFiles(sources, Path.of("src/it"));
        addBlocks(sources, ROOT.resolve("docs"), ".md", MARKDOWN_BLOCK, 2);
        addBlocks(sources, ROOT.resolve("README.md"), ".md", MARKDOWN_BLOCK, 2);
        addBlocks(sources, ROOT.resolve("processor/src/test/java"), ".java", TEXT_BLOCK, 1);
        sources.values().removeIf(text -> !text.contains("@Protocol"));
        return sources;
    }

    private static void addFiles(Map<String, String> sources, Path folder) throws IOException {
        for (Path file : files(folder, ".java")) {
            sources.put(file.toString(), Files.readString(file));
        }
    }

    private static void addBlocks(Map<String, String> sources, Path folder, String ending, Pattern block, int group)
            throws IOException {
        for (Path file : files(folder, ending)) {
            Matcher matcher = block.matcher(Files.readString(file));
            for (int i = 0; matcher.find(); i++) {
                sources.put(file + "#" + i, withImports(matcher.group(group).stripIndent()));
            }
        }
    }

    /** Some tests add the first lines to all their protocols. */
    private static String withImports(String source) {
        return source.contains("dev.parley.annotation")
                ? source
                : "package example;\nimport dev.parley.annotation.*;\n" + source;
    }

    /** Returns the name of the file that a source has to be in. */
    static String fileName(String source) {
        Matcher type = PUBLIC_TYPE.matcher(source);
        return (type.find() ? type.group(1) : "Case") + ".java";
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList());
        }
    }
}
