package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.FirstMessages;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every alternative of a choice starts with a message sent by the role that chooses. */
final class ChoiceSenders implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        FirstMessages first = new FirstMessages(declaration);
        Set<String> known = DeclarationCheck.roleNames(declaration);
        List<Diagnostic> found = new ArrayList<>();
        Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .filter(block -> block.choiceAt().isPresent())
                .filter(block -> known.contains(block.choiceAt().get().name()))
                .forEach(block -> check(block, block.choiceAt().get(), first, known, found));
        return found;
    }

    /** Checks a choice at a known role; the names of unknown roles are reported as such. */
    private static void check(
            BlockDeclaration block, Reference chooser, FirstMessages first, Set<String> known, List<Diagnostic> found) {
        for (Step alternative : block.steps()) {
            first.of(alternative).stream()
                    .filter(message -> known.contains(message.from().name()))
                    .filter(message -> !message.from().name().equals(chooser.name()))
                    .findFirst()
                    .ifPresent(message -> found.add(wrongSender(block, chooser, alternative, message)));
        }
    }

    private static Diagnostic wrongSender(
            BlockDeclaration block, Reference chooser, Step alternative, MessageStep message) {
        boolean direct = alternative instanceof MessageStep;
        Origin origin = direct ? message.from().origin() : alternative.origin();
        String what = direct
                ? "the alternative " + alternative.method() + " is sent by "
                : "the alternative " + alternative.method() + " starts with " + message.label() + ", sent by ";
        return Diagnostic.of(
                        DiagnosticId.CHOICE_SENDER,
                        origin,
                        what + message.from().name() + ", but " + chooser.name() + " chooses in "
                                + IncludedNames.simple(block.name()))
                .hint("let " + chooser.name() + " send the first message of every alternative, or choose at "
                        + message.from().name());
    }
}
