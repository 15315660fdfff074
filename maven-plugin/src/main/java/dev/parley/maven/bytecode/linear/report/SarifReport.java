package dev.parley.maven.bytecode.linear.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.maven.bytecode.linear.Finding;
import dev.parley.maven.bytecode.linear.FindingKind;
import dev.parley.maven.bytecode.linear.Step;
import dev.parley.maven.bytecode.linear.Verification;

/**
 * Findings in the Static Analysis Results Interchange Format, which code hosts and editors show beside the code (OASIS Standard SARIF
 * 2.1.0).
 */
public final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SourceTree sources;
    private final String level;

    /**
     * Creates a report.
     *
     * @param sources where the sources are
     * @param failing whether findings fail the build
     */
    public SarifReport(SourceTree sources, boolean failing) {
        this.sources = sources;
        this.level = failing ? "error" : "warning";
    }

    /** Returns the file's content. */
    public String of(Verification verification) {
        ObjectNode log = JSON.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "parley-verify");
        ArrayNode rules = driver.putArray("rules");
        for (FindingKind kind : FindingKind.values()) {
            addRule(rules.addObject(), kind);
        }
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        verification.findings().forEach(finding -> addResult(results.addObject(), finding));
        return log.toPrettyString() + "\n";
    }

    private static void addRule(ObjectNode rule, FindingKind kind) {
        rule.put("id", kind.code());
        rule.putObject("shortDescription").put("text", kind.summary());
        rule.putObject("help").put("text", "What to do: " + kind.hint() + ".");
    }

    private void addResult(ObjectNode result, Finding finding) {
        result.put("ruleId", finding.kind().code());
        result.put("level", level);
        result.putObject("message").put("text", finding.message() + ".");
        ObjectNode location = result.putArray("locations").addObject();
        addPlace(location, finding.file(), finding.line());
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", finding.className() + "." + finding.method())
                .put("kind", "function");
        if (!finding.path().isEmpty()) {
            ArrayNode steps = result.putArray("codeFlows")
                    .addObject()
                    .putArray("threadFlows")
                    .addObject()
                    .putArray("locations");
            for (Step step : finding.path()) {
                ObjectNode there = steps.addObject().putObject("location");
                addPlace(there, finding.file(), step.line());
                there.putObject("message").put("text", step.text());
            }
        }
    }

    private void addPlace(ObjectNode location, String file, int line) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", sources.locate(file).replace(" ", "%20"));
        if (line > 0) {
            physical.putObject("region").put("startLine", line);
        }
    }
}
