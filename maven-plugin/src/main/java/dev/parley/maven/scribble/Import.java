package dev.parley.maven.scribble;

import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.maven.scribble.java.ProtocolSource;
import dev.parley.maven.scribble.syntax.Name;
import dev.parley.maven.scribble.syntax.Place;
import dev.parley.maven.scribble.syntax.Problem;
import dev.parley.maven.scribble.syntax.ScribbleModule;
import dev.parley.maven.scribble.syntax.ScribbleReader;
import dev.parley.maven.scribble.translation.JavaNames;
import dev.parley.maven.scribble.translation.Translation;
import dev.parley.maven.scribble.translation.Translation.Translated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Imports files of Scribble and nuscr. */
public final class Import {

    private final Path from;
    private final Optional<String> packageName;

    /**
     * Creates an import.
     *
     * @param from a file, or a folder of files
     * @param packageName the package of the interfaces: for a file its own, for a folder the one whose packages are its folders
     *     and files; empty for packages named after the modules
     */
    public Import(Path from, Optional<String> packageName) {
        this.from = from;
        this.packageName = packageName;
    }

    /**
     * What a file became.
     *
     * @param file the file as the user knows it
     * @param packageName the package of what it became
     * @param protocols the protocols that could be expressed, with what the compiler has to say of each
     * @param stubs records that stand for types without a Java class: their names, and what they stand for
     * @param problems what could not be expressed, or only as a comment
     */
    public record Imported(
            String file,
            String packageName,
            List<ImportedProtocol> protocols,
            Map<String, String> stubs,
            List<Problem> problems) {

        /** Copies the lists. */
        public Imported {
            protocols = List.copyOf(protocols);
            problems = List.copyOf(problems);
        }

        /** Returns the source files of the protocols: their paths below a source folder, and their text. */
        public Map<Path, String> interfaces() {
            Map<Path, String> sources = new TreeMap<>();
            protocols.forEach(protocol ->
                    sources.put(path(protocol.declaration().name()), ProtocolSource.of(protocol.declaration())));
            return sources;
        }

        /** Returns the source files of the records likewise: a start for the user, who gives them components. */
        public Map<Path, String> records() {
            Map<Path, String> sources = new TreeMap<>();
            stubs.forEach((name, meaning) -> sources.put(path(name), stub(name, meaning)));
            return sources;
        }

        private Path path(String type) {
            return Path.of("", packageName.split("\\.")).resolve(type + ".java");
        }

        private String stub(String name, String meaning) {
            return "package " + packageName + ";\n\n/** Stands for " + ProtocolSource.inJavadoc(meaning)
                    + ": give it its components. */\npublic record " + name + "() {}\n";
        }
    }

    /**
     * A protocol that could be expressed.
     *
     * @param declaration it
     * @param findings what the compiler finds in it
     */
    public record ImportedProtocol(ProtocolDeclaration declaration, List<Diagnostic> findings) {

        /** Copies the findings. */
        public ImportedProtocol {
            findings = List.copyOf(findings);
        }
    }

    /** Returns the files to import, sorted. */
    public List<Path> files() throws IOException {
        if (Files.isRegularFile(from)) {
            return List.of(from);
        }
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(Files::isRegularFile)
                    .filter(ScribbleReader::isReadable)
                    .sorted()
                    .toList();
        }
    }

    /** Imports one of the files. */
    public Imported read(Path file) throws IOException {
        String shown = shown(file);
        if (!ScribbleReader.isReadable(file)) {
            Problem unknown = Problem.refusal(
                    new Place(shown, 1, 1),
                    "the name of a file says its language: .scr for Scribble, .nuscr for nuscr");
            return new Imported(shown, "", List.of(), Map.of(), List.of(unknown));
        }
        ScribbleReader.Reading reading = ScribbleReader.read(file, shown);
        List<Problem> problems = new ArrayList<>(reading.problems());
        if (reading.module().isEmpty()) {
            return new Imported(shown, "", List.of(), Map.of(), problems);
        }
        ScribbleModule module = reading.module().get();
        String target = packageOf(file, module);
        module.imports().forEach(each -> checkImport(each.module(), file, module, problems));
        Translated translated = Translation.translate(
                module, target, name -> imported(name, file, module).flatMap(ScribbleReader.Reading::module));
        problems.addAll(translated.problems());
        checkRecords(translated, module, problems);
        if (module.protocols().isEmpty()) {
            problems.add(Problem.note(new Place(shown, 1, 1), "there is no global protocol in this file"));
        }
        List<ImportedProtocol> protocols = translated.declarations().stream()
                .map(each -> new ImportedProtocol(
                        each, ProtocolCompiler.compile(each).diagnostics()))
                .toList();
        return new Imported(shown, target, protocols, translated.types().stubs(), problems);
    }

    private String shown(Path file) {
        return from.equals(file)
                ? file.getFileName().toString()
                : from.relativize(file).toString().replace('\\', '/');
    }

    private String packageOf(Path file, ScribbleModule module) {
        String own = stem(file);
        if (packageName.isEmpty()) {
            return JavaNames.packageName(module.name().map(Name::text).orElse(own.replace('.', '_')));
        }
        if (from.equals(file)) {
            return packageName.get();
        }
        List<String> parts = new ArrayList<>(List.of(packageName.get()));
        for (Path part : from.relativize(file.resolveSibling(own))) {
            parts.add(JavaNames.packageName(part.toString().replace('.', '_')));
        }
        return String.join(".", parts);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static void checkImport(Name name, Path importing, ScribbleModule importer, List<Problem> problems) {
        Optional<ScribbleReader.Reading> found = imported(name, importing, importer);
        if (found.isEmpty()) {
            problems.add(Problem.refusal(
                    name.place(),
                    "the module " + name + " is not in a file where its name says, seen from this module's name"));
        }
        found.ifPresent(
                reading -> reading.problems().stream().filter(Problem::refusal).forEach(problems::add));
    }

    private static void checkRecords(Translated translated, ScribbleModule module, List<Problem> problems) {
        module.protocols().stream()
                .filter(protocol -> translated.types().stubs().containsKey(JavaNames.type(protocol.name())))
                .forEach(protocol -> problems.add(Problem.refusal(
                        protocol.place(),
                        "a type of a payload has the name of this protocol, and both would be types of one package:"
                                + " rename one of them")));
    }

    /** Reads an imported module, if it is there: modules lie below one folder, in folders like the parts of their names. */
    private static Optional<ScribbleReader.Reading> imported(Name name, Path importing, ScribbleModule importer) {
        int depth = importer.name().map(own -> own.text().split("\\.").length).orElse(1);
        Path root = importing.toAbsolutePath();
        for (int i = 0; i < depth && root != null; i++) {
            root = root.getParent();
        }
        if (root == null) {
            return Optional.empty();
        }
        Path file = root.resolve(name.text().replace('.', '/') + ".scr");
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(
                            ScribbleReader.read(file, root.relativize(file).toString()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
