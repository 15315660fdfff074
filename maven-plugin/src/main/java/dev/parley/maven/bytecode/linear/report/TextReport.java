package dev.parley.maven.bytecode.linear.report;

import dev.parley.maven.bytecode.linear.Finding;
import dev.parley.maven.bytecode.linear.Step;

/** A finding as the console shows it: what is wrong and where, the path that leads there, and what to do. */
public final class TextReport {

    private final SourceTree sources;

    /** Creates a report. */
    public TextReport(SourceTree sources) {
        this.sources = sources;
    }

    /** Returns a finding as lines. */
    public String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append(sources.locate(finding.file()));
        if (finding.line() > 0) {
            text.append(':').append(finding.line());
        }
        text.append(": [").append(finding.kind().code()).append("] ").append(finding.message());
        for (Step step : finding.path()) {
            text.append("\n    line ").append(step.line()).append(": ").append(step.text());
        }
        return text.append("\n  hint: ").append(finding.kind().hint()).toString();
    }
}
