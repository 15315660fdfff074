package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A parallel block has several branches, each with a name of its own. */
final class ParallelBlocks implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        List<Diagnostic> found = new ArrayList<>();
        Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .forEach(block -> {
                    if (block.form() instanceof BlockForm.Parallel parallel) {
                        check(block, parallel, found);
                    }
                });
        return found;
    }

    private static void check(BlockDeclaration block, BlockForm.Parallel parallel, List<Diagnostic> found) {
        if (block.steps().size() == 1) {
            Step only = block.steps().get(0);
            found.add(Diagnostic.of(
                            DiagnosticId.PARALLEL_SINGLE,
                            parallel.origin(),
                            only.method() + " is the only branch of " + IncludedNames.simple(block.name())
                                    + ", so nothing runs beside it")
                    .hint("leave @Parallel out, or declare the other branches"));
        }
        Set<String> names = new HashSet<>();
        for (Step branch : block.steps()) {
            if (!names.add(branch.method())) {
                found.add(Diagnostic.of(
                                DiagnosticId.NAME_CLASH,
                                branch.origin(),
                                "two branches of " + IncludedNames.simple(block.name()) + " are named "
                                        + branch.method() + ", which is what their handles are told apart by")
                        .hint("rename one; with @Message(label = \"...\") its message may keep the name"));
            }
        }
    }
}
