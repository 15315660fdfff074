package dev.parley.maven.report;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.RoleDeclaration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands on the index page.
 *
 * @param title the page's title
 * @param module what the module is called
 * @param protocols the protocols
 */
record IndexPage(String title, String module, List<Entry> protocols) {

    /**
     * One protocol.
     *
     * @param name the interface's name
     * @param packageName the name's part before that, dot included
     * @param href where its page is
     * @param roles its roles, one after the other; empty if that is not known
     * @param verdict how it fares
     */
    record Entry(String name, String packageName, String href, String roles, Verdict verdict) {}

    static IndexPage of(String module, String pages, List<ReportedProtocol> protocols) {
        return new IndexPage(
                "Protocols of " + module,
                module,
                protocols.stream().map(protocol -> entry(pages, protocol)).toList());
    }

    private static Entry entry(String pages, ReportedProtocol protocol) {
        String name = protocol.simpleName();
        String qualified = protocol.qualifiedName();
        return new Entry(
                name,
                qualified.substring(0, qualified.length() - name.length()),
                pages + "/" + UrlText.encoded(qualified) + ".html",
                protocol.result().value().stream()
                        .flatMap(compiled -> compiled.declaration().roles().stream())
                        .map(RoleDeclaration::name)
                        .map(Object::toString)
                        .collect(Collectors.joining(", ")),
                Verdict.of(protocol.result().diagnostics()));
    }

    /**
     * How a protocol fares.
     *
     * @param style how it is coloured
     * @param text the same in words
     */
    record Verdict(String style, String text) {

        static Verdict of(List<Diagnostic> found) {
            long errors = found.stream().filter(Diagnostic::isError).count();
            long warnings = found.size() - errors;
            if (errors > 0) {
                return new Verdict("failed", count(errors, "error"));
            }
            return warnings > 0
                    ? new Verdict("warned", "sound, " + count(warnings, "warning"))
                    : new Verdict("passed", "sound");
        }

        private static String count(long number, String noun) {
            return number + " " + noun + (number == 1 ? "" : "s");
        }
    }
}
