package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.FirstMessages;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The alternatives of a choice start with different labels. */
final class ChoiceLabels implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        FirstMessages first = new FirstMessages(declaration);
        List<Diagnostic> found = new ArrayList<>();
        Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .filter(block -> block.choiceAt().isPresent())
                .forEach(block -> check(block, first, found));
        return found;
    }

    private static void check(BlockDeclaration block, FirstMessages first, List<Diagnostic> found) {
        Map<String, Step> alternatives = new HashMap<>();
        for (Step alternative : block.steps()) {
            for (MessageStep message : first.of(alternative)) {
                Origin origin = alternative instanceof MessageStep ? message.labelOrigin() : alternative.origin();
                check(block, alternative, message.label().value(), origin, alternatives, found);
            }
            for (CrashStep crash : first.crashes(alternative)) {
                check(block, alternative, crash.method(), alternative.origin(), alternatives, found);
            }
        }
    }

    private static void check(
            BlockDeclaration block,
            Step alternative,
            String label,
            Origin origin,
            Map<String, Step> alternatives,
            List<Diagnostic> found) {
        Step other = alternatives.putIfAbsent(label, alternative);
        if (other != null && other != alternative) {
            found.add(Diagnostic.of(
                            DiagnosticId.CHOICE_LABEL,
                            origin,
                            "two alternatives of " + IncludedNames.simple(block.name()) + " start with the label "
                                    + label)
                    .because(List.of("the other is " + other.method()))
                    .hint("rename one, or give it a label of its own: @Message(label = \"...\")"));
        }
    }
}
