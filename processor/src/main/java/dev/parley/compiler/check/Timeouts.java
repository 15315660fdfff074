package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.FirstMessages;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A timeout is a duration, on an alternative of a choice that is a message without payload, and there is one in a choice. */
final class Timeouts implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        FirstMessages first = new FirstMessages(declaration);
        List<Diagnostic> found = new ArrayList<>();
        Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .forEach(block -> {
                    block.steps().forEach(step -> check(block, step, found));
                    if (block.choiceAt().isPresent()) {
                        checkOnly(block, first, found);
                    }
                });
        return found;
    }

    private static void check(BlockDeclaration block, Step step, List<Diagnostic> found) {
        step.marks().timeout().ifPresent(timeout -> {
            if (timeout.duration().isEmpty()) {
                found.add(Diagnostic.of(
                                DiagnosticId.TIMEOUT_DURATION,
                                timeout.origin(),
                                "\"" + timeout.text() + "\" is no duration")
                        .hint(
                                "write a whole number above 0, of at most nine digits, and one of the units ms, s, m and h,"
                                        + " such as \"30s\""));
            }
            misplaced(block, step, timeout).ifPresent(found::add);
        });
    }

    private static Optional<Diagnostic> misplaced(BlockDeclaration block, Step step, Timeout timeout) {
        String what;
        String hint;
        if (block.choiceAt().isEmpty()) {
            what = step.method() + " has a timeout, but " + IncludedNames.simple(block.name()) + " is no choice";
            hint = "put it on an alternative of a choice, which is taken when the time is up";
        } else if (!(step instanceof MessageStep message)) {
            what = step.method() + " has a timeout, but is no message that could be sent when the time is up";
            hint = "put it on a message of its own beside this alternative";
        } else if (!message.payload().isEmpty()) {
            what = step.method() + " has a timeout and a payload, whose values nobody gives when the time is up";
            hint = "remove the parameters, or put the timeout on an alternative without any";
        } else {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(DiagnosticId.TIMEOUT_PLACE, timeout.origin(), what)
                .hint(hint));
    }

    /** A choice that an alternative goes on with belongs to this one. */
    private static void checkOnly(BlockDeclaration block, FirstMessages first, List<Diagnostic> found) {
        MessageStep earlier = null;
        for (Step alternative : block.steps()) {
            for (MessageStep message : first.of(alternative)) {
                if (message.marks().timeout().isEmpty()) {
                    continue;
                }
                if (earlier != null) {
                    found.add(Diagnostic.of(
                                    DiagnosticId.TIMEOUT_TWICE,
                                    alternative instanceof MessageStep
                                            ? message.marks().timeout().get().origin()
                                            : alternative.origin(),
                                    "two alternatives of " + IncludedNames.simple(block.name()) + " have a timeout")
                            .because(List.of("the other is " + earlier.method()))
                            .hint("keep one: only the earlier could ever be taken"));
                    return;
                }
                earlier = message;
            }
        }
    }
}
