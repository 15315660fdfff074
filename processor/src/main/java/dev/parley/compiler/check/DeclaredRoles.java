package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Suggestions;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever is named as a role is a role of this protocol. */
final class DeclaredRoles implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        Set<String> known = DeclarationCheck.roleNames(declaration);
        List<Diagnostic> found = new ArrayList<>();
        references(declaration)
                .filter(reference -> !known.contains(reference.name()))
                .forEach(reference -> found.add(undeclared(reference, known, declaration)));
        return found;
    }

    private static Stream<Reference> references(ProtocolDeclaration declaration) {
        Stream<Reference> blocks = Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .flatMap(DeclaredRoles::references);
        Stream<Reference> steps = DeclarationCheck.steps(declaration).flatMap(DeclaredRoles::references);
        Stream<Reference> edges = declaration.edges().stream().flatMap(edge -> Stream.of(edge.from(), edge.to()));
        return Stream.of(blocks, steps, edges).flatMap(all -> all);
    }

    private static Stream<Reference> references(BlockDeclaration block) {
        Stream<Reference> families =
                block.form() instanceof BlockForm.ForEach forEach ? Stream.of(forEach.family()) : Stream.empty();
        return Stream.of(block.choiceAt().stream(), families, block.admits().stream())
                .flatMap(all -> all);
    }

    private static Stream<Reference> references(Step step) {
        if (step instanceof MessageStep message) {
            return Stream.concat(Stream.of(message.from()), message.to().stream());
        }
        return step instanceof CrashStep crash ? Stream.of(crash.role()) : Stream.empty();
    }

    private static Diagnostic undeclared(Reference reference, Set<String> known, ProtocolDeclaration declaration) {
        Diagnostic diagnostic = Diagnostic.of(
                DiagnosticId.ROLE_UNDECLARED,
                reference.origin(),
                reference.name() + " is no role of " + declaration.name());
        return Suggestions.nearest(reference.name(), known)
                .map(name -> diagnostic.hint("did you mean " + name + "?"))
                .orElseGet(() -> diagnostic.hint(
                        known.isEmpty()
                                ? "declare it: @Role interface " + reference.name() + " {}"
                                : "the roles are " + String.join(", ", known)));
    }
}
