package dev.parley.maven.scribble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.TypeRef;
import dev.parley.maven.Compilation;
import dev.parley.maven.bytecode.ProtocolScanner;
import dev.parley.maven.scribble.Import.Imported;
import dev.parley.maven.scribble.Import.ImportedProtocol;
import dev.parley.maven.scribble.export.ProtocolText;
import dev.parley.maven.scribble.syntax.Problem;
import dev.parley.maven.scribble.syntax.ScribbleModule.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports the demonstration protocols of scribble-java, which are no part of this repository. */
class CorpusTest {

    private static final Path CORPUS = corpus();

    /** Where scribble-java and Parley differ. */
    private static final List<Verdict> DIFFERENCES = List.of(
            new Verdict("misc/Choice4.scr", "Proto1", false, "", "a role may be done or get one more message"),
            new Verdict("misc/Protocol1b.scr", "Proto1", false, "role-starves", "a warning, not an error"),
            new Verdict("misc/Protocol2.scr", "Proto1", false, "", "a loop that can be left is left: fairness"),
            new Verdict("misc/Recursion3.scr", "Proto1", true, "parallel blocks", "what follows an endless loop"),
            new Verdict("game/Game1.scr", "Proto", true, "delegation", "a missing feature"),
            new Verdict("game/Game2.scr", "Proto", true, "delegation", "a missing feature"),
            new Verdict("threebuyer/ThreeBuyer.scr", "Proto", true, "delegation", "a missing feature"));

    @TempDir
    Path directory;

    private static Path corpus() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("CHANGELOG.md"))) {
            root = root.getParent();
        }
        Path besides = root.resolveSibling("shared").resolve("corpus");
        return Path.of(System.getProperty("parley.corpus", besides.toString()));
    }

    @BeforeEach
    void needsTheCorpus() {
        assumeTrue(
                Files.isDirectory(CORPUS.resolve("scribble-demos")),
                () -> "the corpus of Scribble protocols is not at " + CORPUS + " (-Dparley.corpus=… says where it is)");
    }

    @Test
    void everyProtocolIsImportedOrRefusedForAReasonAndVerdictsDifferOnlyWhereTheTableSays() throws IOException {
        List<String> surprises = new ArrayList<>();
        Map<String, Boolean> expected = expected();
        List<Verdict> met = new ArrayList<>();
        for (Imported file : imported().values()) {
            boolean accepted = Optional.ofNullable(expected.get(file.file())).orElseThrow();
            verdicts(file).forEach((protocol, ours) -> {
                Optional<Verdict> difference = DIFFERENCES.stream()
                        .filter(each -> file.file().endsWith(each.file())
                                && each.protocol().equals(protocol))
                        .findFirst();
                difference.ifPresent(met::add);
                boolean asTheTableSays =
                        difference.isPresent() ? difference.get().tells(accepted, ours) : accepted == ours.isEmpty();
                if (!asTheTableSays) {
                    surprises.add(file.file() + " " + protocol + ": " + ours);
                }
            });
        }
        assertThat(surprises).isEmpty();
        assertThat(met).containsExactlyInAnyOrderElementsOf(DIFFERENCES);
    }

    @Test
    void theSourceOfAnImportedProtocolCompilesWithTheProcessorAndDeclaresWhatWasImported() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        Map<String, ProtocolDeclaration> declarations = new TreeMap<>();
        for (Imported file : imported().values()) {
            Map<Path, String> all = file.interfaces();
            for (ImportedProtocol protocol : file.protocols()) {
                if (protocol.findings().stream().noneMatch(Diagnostic::isError)) {
                    ProtocolDeclaration declaration = protocol.declaration();
                    declarations.put(declaration.qualifiedName(), declaration);
                    Path path = Path.of(declaration.qualifiedName().replace('.', '/') + ".java");
                    sources.put(declaration.qualifiedName(), all.get(path));
                    payloads(declaration).forEach(type -> sources.put(type.toString(), stub(type)));
                }
            }
        }
        Path classes = Compilation.withProcessor(directory, sources.values().toArray(String[]::new));
        Map<String, ProtocolDeclaration> scanned = new TreeMap<>();
        for (Result<ProtocolDeclaration> result : new ProtocolScanner(List.of(classes)).scan(classes)) {
            result.value().ifPresent(each -> scanned.put(each.qualifiedName(), each));
        }
        assertThat(scanned).hasSizeGreaterThan(40).isEqualTo(declarations);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsExportedAndImportedAgainBehavesTheSame(Language language) throws IOException {
        int compared = 0;
        for (Imported file : imported().values()) {
            for (ImportedProtocol protocol : file.protocols()) {
                Result<CompiledProtocol> before = ProtocolCompiler.compile(protocol.declaration());
                if (before.hasErrors()) {
                    continue;
                }
                String name = protocol.declaration().name() + (language == Language.NUSCR ? ".nuscr" : ".scr");
                ProtocolText.Written written = ProtocolText.of(before.value().orElseThrow(), language);
                Path copy = Files.writeString(directory.resolve(name), written.text());
                Imported again = new Import(copy, Optional.of("again")).read(copy);
                assertThat(again.problems()).as(written.text()).noneMatch(Problem::refusal);
                Result<CompiledProtocol> after =
                        ProtocolCompiler.compile(again.protocols().get(0).declaration());
                assertThat(SameBehaviour.differences(
                                before.value().orElseThrow(), after.value().orElseThrow()))
                        .as(written.text())
                        .isEmpty();
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    @Test
    void commentsAreKept() throws IOException {
        for (Map.Entry<Path, Imported> file : imported().entrySet()) {
            if (file.getValue().protocols().isEmpty()
                    || file.getValue().problems().stream().anyMatch(Problem::refusal)) {
                continue;
            }
            String sources = words(
                            String.join("\n", file.getValue().interfaces().values()))
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&#64;", "@")
                    .replace("&amp;", "&");
            Files.readAllLines(file.getKey()).stream()
                    .filter(line -> line.strip().startsWith("//") && !line.contains("*"))
                    .map(line -> words(line.strip().substring(2)))
                    .forEach(comment ->
                            assertThat(sources).as(file.getValue().file()).contains(comment));
        }
    }

    private static String words(String text) {
        return text.replaceAll("\\s+\\*?\\s*", " ").strip();
    }

    private static Map<String, String> verdicts(Imported file) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        file.protocols()
                .forEach(protocol -> verdicts.put(
                        protocol.declaration().name(),
                        protocol.findings().stream().map(Diagnostic::message).collect(Collectors.joining("\n"))));
        String refusals = file.problems().stream()
                .filter(Problem::refusal)
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
        if (!refusals.isEmpty()) {
            String refused = file.file().contains("/misc/") ? "Proto1" : "Proto";
            verdicts.put(refused, refusals);
        }
        return verdicts;
    }

    private static Map<Path, Imported> imported() throws IOException {
        Import all = new Import(CORPUS, Optional.empty());
        Map<Path, Imported> imported = new LinkedHashMap<>();
        for (Path file : all.files()) {
            imported.put(file, all.read(file));
        }
        return imported;
    }

    private static Map<String, Boolean> expected() throws IOException {
        try (Stream<String> lines = Files.lines(CORPUS.resolve("EXPECTED.tsv"))) {
            return lines.skip(1)
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1].equals("ok")));
        }
    }

    private static Set<TypeRef.Declared> payloads(ProtocolDeclaration declaration) {
        Set<TypeRef.Declared> types = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .flatMap(block -> block.steps().stream())
                .filter(MessageStep.class::isInstance)
                .flatMap(step -> ((MessageStep) step).message().payload().stream())
                .filter(TypeRef.Declared.class::isInstance)
                .map(TypeRef.Declared.class::cast)
                .filter(type -> !type.packageName().startsWith("java."))
                .forEach(types::add);
        return types;
    }

    private static String stub(TypeRef.Declared type) {
        return "package " + type.packageName() + ";\n\npublic class "
                + type.simpleNames().get(0) + " {}\n";
    }
}
