package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.List;
import java.util.Set;

/** A label can be the name of a method. */
final class Labels implements DeclarationCheck {

    /** The words that are no identifiers: Java Language Specification, section 3.9. */
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract continue for new switch assert default if package synchronized boolean do goto private this break "
                            + "double implements protected throw byte else import public throws case enum instanceof "
                            + "return transient catch extends int short try char final interface static void class "
                            + "finally long strictfp volatile const float native super while _ true false null")
                    .split(" "));

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        return DeclarationCheck.steps(declaration)
                .filter(MessageStep.class::isInstance)
                .map(MessageStep.class::cast)
                .filter(step -> !isIdentifier(step.label().value()))
                .map(step -> Diagnostic.of(
                                DiagnosticId.MESSAGE_LABEL,
                                step.labelOrigin(),
                                "the label \"" + step.label() + "\" cannot be the name of a method")
                        .hint("a label is a Java identifier that is no keyword"))
                .toList();
    }

    private static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && !KEYWORDS.contains(text)
                && Character.isJavaIdentifierStart(text.codePointAt(0))
                && text.codePoints().allMatch(Character::isJavaIdentifierPart);
    }
}
