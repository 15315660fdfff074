package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.List;
import java.util.stream.Stream;

/** Every block, and the protocol itself, has a step. */
final class EmptyBlocks implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        return Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .filter(block -> block.steps().isEmpty())
                .map(block -> empty(block, declaration))
                .toList();
    }

    private static Diagnostic empty(BlockDeclaration block, ProtocolDeclaration declaration) {
        boolean main = block.name().equals(declaration.main().name());
        return Diagnostic.of(
                        DiagnosticId.BLOCK_EMPTY,
                        block.origin(),
                        (main ? "the protocol " : "the block ") + IncludedNames.simple(block.name()) + " has no step")
                .hint(
                        main
                                ? "declare a method for each message, annotated with @Message"
                                : "declare its steps, or let the steps that go on with it return void or End");
    }
}
