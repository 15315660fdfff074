package dev.parley.processor;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Passes diagnostics on to the Java compiler, each at its place. */
final class Reporter {

    private final Messager messager;

    Reporter(Messager messager) {
        this.messager = messager;
    }

    /** Reports a diagnostic, unless it is a warning that the code around its place suppresses. */
    void report(Diagnostic diagnostic) {
        if (!(diagnostic.origin() instanceof ElementOrigin origin)) {
            throw new IllegalArgumentException("not read from source: " + diagnostic.origin());
        }
        String code = diagnostic.id().code();
        if (diagnostic.isError() || !isSuppressed(code, origin.element())) {
            Kind kind = diagnostic.id().severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
            print(kind, diagnostic.message() + "\n  see docs/errors/" + code + ".md", origin);
        }
    }

    private void print(Kind kind, String text, ElementOrigin origin) {
        // A compiler may place a message without a value elsewhere than one with a null value.
        if (origin.annotation().isEmpty()) {
            messager.printMessage(kind, text, origin.element());
        } else if (origin.value().isEmpty()) {
            messager.printMessage(
                    kind, text, origin.element(), origin.annotation().get());
        } else {
            messager.printMessage(
                    kind,
                    text,
                    origin.element(),
                    origin.annotation().get(),
                    origin.value().get());
        }
    }

    private static boolean isSuppressed(String code, Element element) {
        for (Element each = element; each != null; each = each.getEnclosingElement()) {
            SuppressWarnings suppressed = each.getAnnotation(SuppressWarnings.class);
            if (suppressed != null && Arrays.asList(suppressed.value()).contains(code)) {
                return true;
            }
        }
        return false;
    }

    /** Reports that a generated file could not be written. */
    void reportUnwritable(TypeElement protocol, IOException failure) {
        messager.printMessage(
                Kind.ERROR,
                "cannot write what is generated for " + protocol.getQualifiedName() + ": " + failure.getMessage(),
                protocol);
    }

    /** Reports that processing a protocol failed for a reason that cannot be the user's fault. */
    void reportBug(TypeElement protocol, Throwable bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace, true));
        messager.printMessage(
                Kind.ERROR,
                "[internal] Parley failed to process " + protocol.getQualifiedName()
                        + ". This is a bug in Parley, not in the protocol: please report it with this interface and what follows.\n"
                        + trace,
                protocol);
    }
}
