package dev.parley.maven.bytecode.linear.report;

import com.samskivert.mustache.Mustache;
import dev.parley.maven.bytecode.linear.Finding;
import dev.parley.maven.bytecode.linear.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Findings as one page that needs nothing else, in dark and light. */
public final class HtmlReport {

    private final SourceTree sources;

    /** Creates a report. */
    public HtmlReport(SourceTree sources) {
        this.sources = sources;
    }

    /** Returns the page. */
    public String of(Verification verification) {
        return Mustache.compiler()
                .compile(template())
                .execute(Map.of(
                        "headline", headline(verification.findings().size()),
                        "verification", verification,
                        "findings",
                                verification.findings().stream()
                                        .map(each -> Map.of("finding", each, "place", place(each)))
                                        .toList()));
    }

    private String place(Finding finding) {
        String file = sources.locate(finding.file());
        return finding.line() > 0 ? file + ":" + finding.line() : file;
    }

    private static String headline(int findings) {
        return switch (findings) {
            case 0 -> "Every state is used once";
            case 1 -> "One state is not used once";
            default -> findings + " states are not used once";
        };
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("verify.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page's template cannot be read from the plugin", e);
        }
    }
}
