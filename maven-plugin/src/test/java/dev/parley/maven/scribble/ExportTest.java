package dev.parley.maven.scribble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.maven.Compilation;
import dev.parley.maven.bytecode.ProtocolScanner;
import dev.parley.maven.scribble.Import.Imported;
import dev.parley.maven.scribble.export.ProtocolText;
import dev.parley.maven.scribble.syntax.Problem;
import dev.parley.maven.scribble.syntax.ScribbleModule.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {

    private static final String HEAD = "package shop;\n\nimport dev.parley.annotation.*;\n\n";

    @TempDir
    Path directory;

    @Test
    void aRoleInSeveralBranchesIsRefused() throws IOException {
        List<String> refusals =
                ProtocolText.of(compiled(HEAD + """
                @Protocol
                public interface Assay {
                    @Role interface Client {}
                    @Role interface Server {}

                    Both both();
                    @Message(from = Client.class, to = Server.class) void thanks();
                    @Parallel interface Both {
                        @Message(from = Client.class, to = Server.class) Finding blood(int sample);
                        @Message(from = Server.class, to = Client.class) void bill(int euros);
                    }
                    interface Finding {
                        @Message(from = Server.class, to = Client.class) void finding(String text);
                    }
                }
                """), Language.SCRIBBLE).refusals();

        assertThat(refusals)
                .containsExactly(
                        "Client plays several branches of the parallel block Both, which the export does not support;"
                                + " have other roles play them",
                        "Server plays several branches of the parallel block Both, which the export does not support;"
                                + " have other roles play them");
    }

    @Test
    void includedBlocksKeepTheirNames() throws IOException {
        String text = ProtocolText.of(compiled(HEAD + """
                @Protocol
                public interface Relay {
                    @Role interface From {}
                    @Role interface To {}

                    @Message(from = From.class, to = To.class) void start();
                    Pass pass();

                    @Choice(at = From.class)
                    interface Pass {
                        @Message(from = From.class, to = To.class) Back ball(int turn);
                        @Message(from = From.class, to = To.class) End out();
                    }
                    interface Back {
                        @Include(
                                value = Relay.class,
                                roles = {@Bind(role = Relay.From.class, to = To.class), @Bind(role = Relay.To.class, to = From.class)})
                        void back();
                    }
                }
                """), Language.SCRIBBLE).text();

        assertThat(text)
                .contains("start() from From to To", "start() from To to From")
                .doesNotContain("[", "in Parley");
    }

    @Test
    void aProtocolBecomesAModuleOfScribble() throws IOException {
        String text = ProtocolText.of(compiled(HEAD + """
                @Protocol
                @Edge(from = Haggle.Seller.class, to = Haggle.Buyer.class, capacity = 8)
                public interface Haggle {
                    @Role interface Buyer {}
                    @Role interface Seller {}
                    @Role interface Witness {}

                    @Message(from = Buyer.class, to = Seller.class) Offer ask(String what, java.time.LocalDate until);

                    interface Offer {
                        @Message(from = Seller.class, to = Buyer.class) Answer price(int euros);
                    }

                    @Choice(at = Buyer.class)
                    interface Answer {
                        @Message(from = Buyer.class, to = Seller.class) Offer tooMuch();
                        @Message(from = Buyer.class, to = {Seller.class, Witness.class}) void deal();
                        @Message(from = Buyer.class, to = Seller.class, label = "to") Gone leave();
                    }

                    interface Gone {
                        @Message(from = Buyer.class, to = Witness.class) End gone();
                    }
                }
                """), Language.SCRIBBLE).text();

        assertThat(text).isEqualTo("""
                module shop.Haggle;

                type <java> "java.lang.String" from "rt.jar" as String;
                type <java> "java.time.LocalDate" from "rt.jar" as LocalDate;
                type <java> "java.lang.Integer" from "rt.jar" as int;

                // the label to of Parley is called to_ here
                // in Parley, the buffer from Seller to Buyer is configured: FIFO, BLOCK when full, capacity 8

                global protocol Haggle(role Buyer, role Seller, role Witness) {
                    ask(String, LocalDate) from Buyer to Seller; // what, until
                    rec Offer {
                        price(int) from Seller to Buyer; // euros
                        choice at Buyer {
                            tooMuch() from Buyer to Seller;
                            continue Offer;
                        } or {
                            deal() from Buyer to Seller; // one message to Seller and Witness in Parley
                            deal() from Buyer to Witness;
                        } or {
                            to_() from Buyer to Seller;
                            gone() from Buyer to Witness;
                        }
                    }
                }
                """);
    }

    @Test
    void valuesKeepTheirNamesInNuscr() throws IOException {
        assertThat(ProtocolText.of(compiled(HEAD + """
                @Protocol
                public interface Sale {
                    @Role interface A {}
                    @Role interface B {}
                    @Message(from = A.class, to = B.class) void offer(int euros, String what, boolean today, java.util.Date len);
                }
                """), Language.NUSCR).text()).isEqualTo("""

                // the value len of Parley is called len_ here

                global protocol Sale(role A, role B) {
                    offer(euros: int, what: string, today: bool, len_: java.util.Date) from A to B;
                }
                """);
    }

    @Test
    void typesThatALanguageCannotNameAreRefused() throws IOException {
        CompiledProtocol protocol = compiled(HEAD + """
                @Protocol
                public interface Sale {
                    @Role interface A {}
                    @Role interface B {}
                    @Message(from = A.class, to = B.class) void offer(byte[] raw, java.util.List<String> words, Integer boxed);
                }
                """);

        assertThat(ProtocolText.of(protocol, Language.SCRIBBLE).refusals())
                .hasSize(2)
                .anyMatch(reason -> reason.contains("java.util.List<java.lang.String>"))
                .anyMatch(reason -> reason.contains("send the primitive"));
        assertThat(ProtocolText.of(protocol, Language.NUSCR).refusals())
                .hasSize(2)
                .anyMatch(reason -> reason.contains("byte[]"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsExportedAndImportedAgainBehavesTheSame(Language language) throws IOException {
        List<CompiledProtocol> samples = samples();
        assertThat(samples).hasSizeGreaterThan(3);
        for (CompiledProtocol sample : samples) {
            ProtocolText.Written written = ProtocolText.of(sample, language);
            String name = sample.declaration().name();
            if (!written.refusals().isEmpty()) {
                assertThat(written.refusals())
                        .as(name)
                        .allMatch(reason -> reason.contains("no name for the type")
                                || reason.contains("which the export does not support"));
                continue;
            }
            Imported imported = imported(name, written.text(), language);
            assertThat(imported.problems()).as(written.text()).isEmpty();
            CompiledProtocol again = ProtocolCompiler.compile(
                            imported.protocols().get(0).declaration())
                    .value()
                    .orElseThrow();
            assertThat(SameBehaviour.differences(sample, again))
                    .as(written.text())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void randomProtocolsAreTheSameAfterTheyWereImportedExportedAndImported(Language language) throws IOException {
        int compared = 0;
        for (int seed = 0; seed < 300; seed++) {
            String text = RandomScribble.protocol(seed);
            Imported imported = imported("Random", text, Language.SCRIBBLE);
            assertThat(imported.problems()).as(text).noneMatch(Problem::refusal);
            Optional<CompiledProtocol> before = compiled(imported);
            if (before.isEmpty()) {
                continue;
            }
            ProtocolText.Written written = ProtocolText.of(before.get(), language);
            assertThat(written.refusals()).isEmpty();
            Imported second = imported("Random", written.text(), language);
            assertThat(second.problems()).as(written.text()).isEmpty();
            CompiledProtocol after = compiled(second).orElseThrow();
            assertThat(SameBehaviour.differences(before.get(), after))
                    .as(text + written.text())
                    .isEmpty();
            compared++;
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static Optional<CompiledProtocol> compiled(Imported imported) {
        var result = ProtocolCompiler.compile(imported.protocols().get(0).declaration());
        return result.hasErrors() ? Optional.empty() : result.value();
    }

    private Imported imported(String name, String text, Language language) throws IOException {
        String suffix = language == Language.NUSCR ? ".nuscr" : ".scr";
        Path file = Files.writeString(directory.resolve(name + suffix), text);
        return new Import(file, Optional.of("again")).read(file);
    }

    private CompiledProtocol compiled(String source) throws IOException {
        return compiledIn(Compilation.withoutProcessor(directory, source)).get(0);
    }

    private static List<CompiledProtocol> compiledIn(Path classes) throws IOException {
        return new ProtocolScanner(List.of(classes))
                .scan(classes).stream()
                        .flatMap(result -> result.then(ProtocolCompiler::compile).value().stream())
                        .toList();
    }

    /** Returns the protocols of the repository's samples, with the records and enums that they mention. */
    private List<CompiledProtocol> samples() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("samples"))) {
            root = Optional.ofNullable(root.getParent()).orElseThrow();
        }
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("samples"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> each.toString().contains("/src/main/"))
                    .sorted()
                    .toList()) {
                sources.add(Files.readString(file));
            }
        }
        List<String> protocols =
                sources.stream().filter(text -> text.contains("\n@Protocol")).toList();
        List<String> records = sources.stream()
                .filter(text -> Pattern.compile("\n(public )?(record|enum) ")
                        .matcher(text)
                        .find())
                // What is sent knows nothing of sessions; programs that are records do.
                .filter(text -> !text.contains("\nimport dev.parley.sessions."))
                .toList();
        List<String> all = new ArrayList<>(protocols);
        all.addAll(records);
        return compiledIn(Compilation.withoutProcessor(directory, all.toArray(String[]::new)));
    }
}
