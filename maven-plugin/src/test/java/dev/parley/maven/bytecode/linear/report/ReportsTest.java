package dev.parley.maven.bytecode.linear.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.maven.bytecode.linear.Finding;
import dev.parley.maven.bytecode.linear.FindingKind;
import dev.parley.maven.bytecode.linear.Step;
import dev.parley.maven.bytecode.linear.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    private static final Finding FINDING = new Finding(
            FindingKind.STATE_DROPPED,
            "shop.Reader",
            "read",
            "shop/Reader.java",
            9,
            "SaleBuyer.Start is dropped <here>",
            List.of(
                    new Step(9, "ask() leads to SaleBuyer.BeforePrice"),
                    new Step(12, "the method goes on without it")));

    private static final Verification ONE = new Verification(List.of(FINDING), List.of("shop.Big.method"), 3, 5);

    @TempDir
    private Path base;

    @Test
    void tellsOnTheConsoleWhatIsWrongAndHowTheProgramGetsThere() throws IOException {
        assertThat(new TextReport(tree()).of(FINDING)).isEqualTo("""
                src/main/java/shop/Reader.java:9: [state-dropped] SaleBuyer.Start is dropped <here>
                    line 9: ask() leads to SaleBuyer.BeforePrice
                    line 12: the method goes on without it
                  hint: use the state on every path, or cancel the session, or let the exception through""");
    }

    @Test
    void namesTheFileOfAnUnknownSourceByItsPackage() {
        SourceTree nothing = new SourceTree(base, List.of(base.resolve("nothing")));

        assertThat(new TextReport(nothing).of(FINDING)).startsWith("shop/Reader.java:9: ");
    }

    @Test
    void writesSarifWithTheRuleThePlaceAndThePath() throws IOException {
        JsonNode log = new ObjectMapper().readTree(new SarifReport(tree(), true).of(ONE));

        assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(log.at("/runs/0/tool/driver/rules")).hasSize(FindingKind.values().length);
        assertThat(log.findValuesAsText("id")).contains("state-dropped");
        JsonNode result = log.at("/runs/0/results/0");
        assertThat(result.at("/ruleId").asText()).isEqualTo("state-dropped");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/main/java/shop/Reader.java");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(9);
        JsonNode steps = result.at("/codeFlows/0/threadFlows/0/locations");
        assertThat(steps.at("/0/location/message/text").asText()).isEqualTo("ask() leads to SaleBuyer.BeforePrice");
        assertThat(steps.at("/1/location/physicalLocation/region/startLine").asInt())
                .isEqualTo(12);
    }

    @Test
    void leavesLinesOutWhereTheClassFileHasNone() throws IOException {
        Finding nowhere =
                new Finding(FindingKind.STATE_ESCAPES, "shop.Reader", "read", "shop/Reader.java", 0, "lost", List.of());
        Verification verification = new Verification(List.of(nowhere), List.of(), 1, 1);

        assertThat(new SarifReport(tree(), false).of(verification))
                .doesNotContain("region")
                .contains("\"warning\"");
        assertThat(new TextReport(tree()).of(nowhere)).startsWith("src/main/java/shop/Reader.java: [state-escapes]");
    }

    @Test
    void writesAPageThatNeedsNothingElse() throws IOException {
        String page = new HtmlReport(tree()).of(ONE);

        assertThat(page)
                .contains("SaleBuyer.Start is dropped &lt;here&gt;")
                .contains("src/main/java/shop/Reader.java")
                .contains("shop.Big.method")
                .contains("<td>12</td><td>the method goes on without it</td>")
                .doesNotContain("src=")
                .doesNotContain("href=");
    }

    private SourceTree tree() throws IOException {
        Path root = base.resolve("src/main/java");
        Files.createDirectories(root.resolve("shop"));
        Files.writeString(root.resolve("shop/Reader.java"), "");
        return new SourceTree(base, List.of(root));
    }
}
