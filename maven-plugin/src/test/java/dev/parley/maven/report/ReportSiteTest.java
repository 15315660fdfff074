package dev.parley.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Parameter;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.TypeRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the files of a report. */
class ReportSiteTest {

    private static final String MARKUP = "</script></title><img src=x onerror=alert(1)>&lt;'\"";

    @TempDir
    private Path directory;

    private Document page(String name) throws IOException {
        return parse(directory.resolve("target/parley-report/protocols/shop." + name + ".html"));
    }

    private static Document parse(Path page) throws IOException {
        return Jsoup.parse(Files.readString(page));
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        Path index = Samples.report(
                directory, Samples.TWO_BUYER, Samples.FEED, Samples.CALCULATOR, Samples.RELAY, Samples.BROKEN);

        List<Path> pages = linked(index);
        assertThat(pages)
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly(
                        "shop.Broken.html",
                        "shop.Calculator.html",
                        "shop.Feed.html",
                        "shop.Relay.html",
                        "shop.TwoBuyer.html");
        for (Path page : pages) {
            assertThat(linked(page)).isNotEmpty().allMatch(Files::exists);
        }
    }

    @Test
    void branchesOfARoleAreCalledByWhatTheyAre() throws IOException {
        Samples.report(directory, """
                package shop;
                import dev.parley.annotation.*;
                @Protocol
                public interface Assay {
                    @Role interface Clinic {}
                    @Role interface Lab {}
                    Both both();
                    @Message(from = Clinic.class, to = Lab.class) void thanks();
                    @Parallel interface Both {
                        @Message(from = Clinic.class, to = Lab.class) void blood(int sample);
                        @Message(from = Lab.class, to = Clinic.class) void bill(int euros);
                    }
                }
                """);

        assertThat(page("Assay").text())
                .contains("Clinic, in branch blood of Both", "the branch begins")
                .doesNotContain("(fork)", "(join)");
    }

    private static List<Path> linked(Path page) throws IOException {
        return parse(page).select("a[href]").eachAttr("href").stream()
                .filter(href -> !href.startsWith("#"))
                .map(href -> page.resolveSibling(href.replaceFirst("#.*", "")).normalize())
                .toList();
    }

    @Test
    void theSourceIsLinkedWithItsLine() throws IOException {
        Samples.report(directory, Samples.TWO_BUYER);

        assertThat(page("TwoBuyer").select("a[href$=L6]"))
                .singleElement()
                .extracting(link -> link.attr("href"), Element::text)
                .containsExactly("../../../src/shop/TwoBuyer.java#L6", "shop/TwoBuyer.java, line 6");
    }

    @Test
    void diagramsAreWrittenAsTextToo() throws IOException {
        Samples.report(directory, Samples.CALCULATOR);

        Path folder = directory.resolve("target/parley-report/protocols/shop.Calculator");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "sequence.mmd",
                            "sequence.puml",
                            "global.mmd",
                            "global.puml",
                            "global.dot",
                            "machine-Client.mmd",
                            "machine-Client.puml",
                            "machine-Client.dot",
                            "machine-Server.mmd",
                            "machine-Server.puml",
                            "machine-Server.dot");
        }
        assertThat(folder.resolve("machine-Client.dot")).content().startsWith("digraph \"Client\"");
    }

    @Test
    void aProtocolWithErrorsHasAPageThatShowsThemAndNoStepper() throws IOException {
        Samples.report(directory, Samples.BROKEN, Samples.TWO_BUYER);

        Document broken = page("Broken");
        assertThat(broken.select(".finding h2").text()).isEqualTo("Error choice-unaware");
        assertThat(broken.select(".finding pre").text()).contains("Friend -> Seller : reject()");
        assertThat(broken.select(".finding .place").text()).contains("shop.Broken.Payment.pay");
        assertThat(broken.select("#stepper, svg")).isEmpty();
        assertThat(page("TwoBuyer").select("#stepper, svg")).hasSize(5);
    }

    @Test
    void aProtocolThatCouldNotBeReadHasAPageToo() throws IOException {
        Samples.report(
                directory,
                "package shop;\n@dev.parley.annotation.Protocol\npublic interface Child extends Runnable {}\n");

        assertThat(page("Child").select(".finding").text()).contains("protocol-shape", "extends java.lang.Runnable");
    }

    @Test
    void guardsAndPhasesAreToldWithTheirMessages() throws IOException {
        Samples.report(directory, Samples.MEETING);

        assertThat(page("Meeting").select("#buffers tbody td:nth-child(2)").eachText())
                .containsExactly(
                        "come() in meet", "invite() needs session:create and costs 100 and records invited in plan");
    }

    @Test
    void buffersAreToldAsTheCompilerPlansThem() throws IOException {
        Samples.report(directory, Samples.FEED, Samples.CALCULATOR);

        assertThat(page("Calculator").select("#buffers tbody tr").eachText())
                .containsExactly(
                        "Client → Server add(int, int) bye() 1 1 every message, in order (FIFO)"
                                + " The pair takes turns: one slot serves both directions. never is",
                        "Server → Client sum(long) 1 1 every message, in order (FIFO)"
                                + " The pair takes turns: one slot serves both directions. never is");
        assertThat(page("Feed").select("#buffers tbody tr").eachText())
                .containsExactly(
                        "Source → Archive record(long) close() no limit 2 every message, in order (FIFO)"
                                + " the sender waits (BLOCK)",
                        "Source → Log line(String) close() no limit 1, grows to 3 every message, in order (FIFO)"
                                + " it grows, then the sender waits (RESIZE)",
                        "Source → Screen price(Map<String, List<byte[]>>) no limit 1 the latest message (LATEST_VALUE)"
                                + " the message is replaced");
    }

    @Test
    void aWarningMarksTheRuleThatDoesNotHold() throws IOException {
        Samples.report(directory, Samples.CALCULATOR.replace("End bye()", "Ask bye()"));

        Document page = page("Calculator");
        assertThat(page.select(".lead .verdict").text()).isEqualTo("sound, 1 warning");
        assertThat(page.select(".checks .warned + span").eachText())
                .containsExactly("Some run of the protocol comes to an end.");
        assertThat(page.select(".checks .passed")).hasSize(Rule.values().length - 1);
    }

    @Test
    void everyPageIsWellFormedAndItsReferencesLeadSomewhere() throws IOException {
        Path index = Samples.report(directory, Samples.TWO_BUYER, Samples.FEED, Samples.BROKEN);
        List<Path> pages = new ArrayList<>(linked(index));
        pages.add(index);

        for (Path page : pages) {
            Parser parser = Parser.htmlParser().setTrackErrors(20);
            Document document = parser.parseInput(Files.readString(page), "");
            assertThat(parser.getErrors()).as(page.toString()).isEmpty();
            List<String> ids = document.select("[id]").eachAttr("id");
            assertThat(ids).doesNotHaveDuplicates();
            for (String reference : List.of("aria-labelledby", "aria-describedby")) {
                assertThat(ids)
                        .containsAll(document.select("[" + reference + "]").eachAttr(reference));
            }
            assertThat(document.select("a[href^=#]").eachAttr("href"))
                    .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
        }
    }

    @Test
    void drawingsTakeThePagesColoursAndSayWhatTheyShow() throws IOException {
        Samples.report(directory, Samples.TWO_BUYER);

        assertThat(page("TwoBuyer").select("svg")).hasSize(4).allSatisfy(svg -> {
            assertThat(svg.outerHtml()).contains("var(--drawing-text)").doesNotContainPattern("#0\\d{5}");
            assertThat(svg.selectFirst("title")).isNotNull();
            assertThat(svg.selectFirst("desc"))
                    .extracting(Element::text)
                    .asString()
                    .contains("quote(int)");
        });
        assertThat(page("TwoBuyer").select("figure[data-role=0] .state text").eachText())
                .containsExactly("Start", "BeforeQuote", "Quote", "Decision", "End");
    }

    @Test
    void transitionsBetweenTheSameStatesAreWrittenBelowOneAnother() throws IOException {
        Samples.report(directory, Samples.FEED);

        List<Element> labels = page("Feed").select("#machines figure[data-role=3] svg text:contains(!)");
        assertThat(labels)
                .extracting(Element::text)
                .containsExactlyInAnyOrder(
                        "Screen!price(Map<String, List<byte[]>>)",
                        "Archive!record(long)",
                        "Log!line(String)",
                        "Archive!close()",
                        "Log!close()");
        assertThat(labels).extracting(label -> label.attr("y")).doesNotHaveDuplicates();
    }

    @Test
    void aMachineTooLargeToBeDrawnIsTold() throws IOException {
        String steps = IntStream.range(0, 200)
                .mapToObj(i -> "@Message(from = A.class, to = B.class) void m" + i + "();")
                .collect(Collectors.joining("\n"));
        Samples.report(directory, """
                package shop;
                import dev.parley.annotation.*;
                @Protocol
                public interface Long {
                    @Role interface A {}
                    @Role interface B {}
                    %s
                }
                """.formatted(steps));

        assertThat(page("Long").select("#machines svg")).isEmpty();
        assertThat(page("Long").select("#machines figure").text()).contains("too large");
        assertThat(page("Long").select("#stepper")).hasSize(1);
    }

    @Test
    void nothingThatAUserWroteIsTakenForMarkup() throws IOException {
        Result<ProtocolDeclaration> sound = Result.of(declaration(MARKUP), List.of());
        Result<ProtocolDeclaration> broken = Result.of(
                declaration("String"),
                List.of(Diagnostic.of(DiagnosticId.MESSAGE_LABEL, Origin.of(MARKUP), MARKUP)
                        .because(List.of(MARKUP))
                        .hint(MARKUP)));

        for (Result<ProtocolDeclaration> each : List.of(sound, broken)) {
            Path index = new ReportSite(MARKUP, List.of(), directory).write(List.of(ReportedProtocol.of(each)));
            Document page = parse(directory.resolve("protocols/shop.R&D.html"));
            for (Document written : List.of(parse(index), page)) {
                assertThat(written.select("img, [onerror]")).isEmpty();
                assertThat(written.text()).contains(MARKUP);
                assertThat(written.title()).contains(MARKUP);
            }
            assertThat(page.select("h1").text()).isEqualTo("R&D");
        }
    }

    @Test
    void theStepperGetsNamesAsTheyAre() throws IOException {
        new ReportSite("Shop", List.of(), directory)
                .write(List.of(ReportedProtocol.of(Result.of(declaration(MARKUP), List.of()))));

        String data = parse(directory.resolve("protocols/shop.R&D.html"))
                .select("#protocol")
                .get(0)
                .data();
        JsonNode json = new ObjectMapper().readTree(data);
        assertThat(json.at("/roles/0").asText()).isEqualTo("Q&amp;A");
        assertThat(json.at("/edges/0/messages/0").asText()).isEqualTo("go(" + MARKUP + ")");
    }

    private static ProtocolDeclaration declaration(String payload) {
        Origin origin = Origin.of("R&D");
        TypeRef type = new TypeRef.Declared("shop", List.of(payload), List.of());
        MessageStep step = new MessageStep(
                "go",
                new Label("go"),
                new Reference("Q&amp;A", origin),
                List.of(new Reference("Z", origin)),
                List.of(new Parameter("it", type, origin)),
                false,
                new Continuation.Next(),
                origin,
                origin);
        return new ProtocolDeclaration(
                "shop",
                List.of("R&D"),
                List.of(
                        new RoleDeclaration(new RoleName("Q&amp;A"), origin),
                        new RoleDeclaration(new RoleName("Z"), origin)),
                new BlockDeclaration("R&D", Optional.empty(), List.of(step), origin),
                List.of(),
                List.of(),
                origin);
    }

    /** The figure that the documentation gives is what this prints. */
    @Test
    void fiftyProtocolsAreReported() throws IOException {
        String[] samples = {Samples.TWO_BUYER, Samples.FEED, Samples.CALCULATOR, Samples.RELAY, Samples.OVERFLOWING};
        List<ReportedProtocol> protocols = Samples.module(
                directory,
                IntStream.range(0, 50)
                        .mapToObj(i -> samples[i % samples.length].replace("package shop;", "package shop.p" + i + ";"))
                        .toArray(String[]::new));

        long start = System.nanoTime();
        Path index = new ReportSite("Fifty", List.of(), directory.resolve("site")).write(protocols);

        System.out.printf("report of 50 protocols: %.1f s%n", (System.nanoTime() - start) / 1e9);
        assertThat(linked(index)).hasSize(50).allMatch(Files::exists);
    }
}
