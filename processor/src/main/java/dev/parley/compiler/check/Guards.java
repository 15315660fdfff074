package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.Guard;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A guard stands before a message, and says something that makes sense. */
final class Guards implements DeclarationCheck {

    private static final Pattern CAPABILITY = Pattern.compile("[\\w.-]+:[\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD = Pattern.compile("[\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        List<Diagnostic> found = new ArrayList<>();
        DeclarationCheck.steps(declaration)
                .forEach(step -> step.marks().guard().ifPresent(guard -> check(step, guard, found)));
        return found;
    }

    private static void check(Step step, Guard guard, List<Diagnostic> found) {
        if (!(step instanceof MessageStep)) {
            found.add(Diagnostic.of(
                            DiagnosticId.GUARD_MISPLACED,
                            guard.origin(),
                            step.method() + " is guarded, and sends nothing that could be held back")
                    .hint("guard the messages that follow it"));
            return;
        }
        if (guard.capability().isEmpty()
                && guard.flowCost() == 0
                && guard.journal().isEmpty()) {
            found.add(Diagnostic.of(
                            DiagnosticId.GUARD_VALUE,
                            guard.origin(),
                            "the guard of " + step.method() + " asks for nothing and records nothing")
                    .hint("give it a capability, a flowCost or a journal, or remove it"));
        }
        checkCapability(guard, found);
        if (guard.flowCost() < 0) {
            found.add(Diagnostic.of(
                            DiagnosticId.GUARD_VALUE,
                            guard.flowCostOrigin(),
                            "the message " + step.method() + " costs " + guard.flowCost()
                                    + ", and a budget only ever gets smaller")
                    .hint("give it a flowCost of 0 or more"));
        }
        if (!guard.journal().isEmpty() && !isWord(guard.journal())) {
            found.add(Diagnostic.of(
                            DiagnosticId.GUARD_VALUE,
                            guard.journalOrigin(),
                            "\"" + guard.journal() + "\" cannot be the name of a fact")
                    .hint("a fact is named by letters, digits and . _ -, as in session_created"));
        }
    }

    private static void checkCapability(Guard guard, List<Diagnostic> found) {
        String capability = guard.capability();
        if (capability.isEmpty() || CAPABILITY.matcher(capability).matches()) {
            return;
        }
        boolean bare = isWord(capability);
        found.add(Diagnostic.of(
                        DiagnosticId.GUARD_CAPABILITY,
                        guard.capabilityOrigin(),
                        bare
                                ? "the capability " + capability + " has no namespace"
                                : "\"" + capability + "\" is no capability")
                .hint("write a namespace, a colon and a name, each of letters, digits and . _ -, as in session:"
                        + (bare ? capability : "create")));
    }

    private static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }
}
