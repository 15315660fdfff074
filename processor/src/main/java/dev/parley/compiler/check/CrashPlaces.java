package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.FirstMessages;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.CrashStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A crash alternative stands in a choice, is about the role that chooses there, has others beside it, and is the only one. */
final class CrashPlaces implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        FirstMessages first = new FirstMessages(declaration);
        Set<String> known = DeclarationCheck.roleNames(declaration);
        List<Diagnostic> found = new ArrayList<>();
        Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .forEach(block -> {
                    crashes(block).forEach(crash -> checkPlace(block, crash, known, first, found));
                    if (block.choiceAt().isPresent()) {
                        checkOnly(block, first, found);
                    }
                });
        return found;
    }

    private static Stream<CrashStep> crashes(BlockDeclaration block) {
        return block.steps().stream().filter(CrashStep.class::isInstance).map(CrashStep.class::cast);
    }

    private static void checkPlace(
            BlockDeclaration block, CrashStep crash, Set<String> known, FirstMessages first, List<Diagnostic> found) {
        String role = crash.role().name();
        if (block.choiceAt().isEmpty()) {
            found.add(Diagnostic.of(
                            DiagnosticId.CRASH_PLACE,
                            crash.origin(),
                            crash.method() + " meets a crash of " + role + ", but " + IncludedNames.simple(block.name())
                                    + " is no choice")
                    .hint("make it an alternative of a block that is a @Choice(at = " + role + ".class)"));
            return;
        }
        Reference chooser = block.choiceAt().get();
        boolean bothKnown = known.contains(chooser.name()) && known.contains(role);
        if (bothKnown && !chooser.name().equals(role)) {
            found.add(Diagnostic.of(
                            DiagnosticId.CRASH_PLACE,
                            crash.role().origin(),
                            crash.method() + " meets a crash of " + role + ", but " + chooser.name() + " chooses in "
                                    + IncludedNames.simple(block.name()))
                    .hint("meet the crash of " + chooser.name() + ", for whom the others wait here, or of " + role
                            + " where it chooses"));
        } else if (block.steps().stream().allMatch(step -> first.of(step).isEmpty())) {
            found.add(Diagnostic.of(
                            DiagnosticId.CRASH_PLACE,
                            crash.origin(),
                            crash.method() + " is alone in " + IncludedNames.simple(block.name())
                                    + ": nobody waits there for " + role)
                    .hint("add the alternatives that " + role + " has as long as it lives"));
        }
    }

    /** A choice that an alternative goes on with belongs to this one. Crashes of others than the chooser are out of place anyway. */
    private static void checkOnly(BlockDeclaration block, FirstMessages first, List<Diagnostic> found) {
        String chooser = block.choiceAt().orElseThrow().name();
        CrashStep earlier = null;
        for (Step alternative : block.steps()) {
            for (CrashStep crash : first.crashes(alternative)) {
                if (!crash.role().name().equals(chooser)) {
                    continue;
                }
                if (earlier != null) {
                    found.add(Diagnostic.of(
                                    DiagnosticId.CRASH_TWICE,
                                    alternative.origin(),
                                    "two alternatives of " + IncludedNames.simple(block.name())
                                            + " meet the same crash of "
                                            + crash.role().name())
                            .because(List.of("the other is " + earlier.method()))
                            .hint("keep one; what differs can be chosen after it"));
                    return;
                }
                earlier = crash;
            }
        }
    }
}
