package dev.parley.compiler.check;

import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where the blocks of a protocol are run: for all members of a family together or, within a block for each of them, for one. A
 * block may be run in several scopes.
 */
final class FamilyScopes {

    private final ProtocolDeclaration declaration;
    private final Set<Scoped> found = new LinkedHashSet<>();
    private final Deque<String> running = new ArrayDeque<>();

    /**
     * A block where it is run.
     *
     * @param block the block
     * @param around the family for one of whose members it is run; empty where it is run for all together
     */
    record Scoped(BlockDeclaration block, Optional<String> around) {

        /** Returns the family for one of whose members the block's steps are run. */
        Optional<String> within() {
            return block.form() instanceof BlockForm.ForEach forEach
                    ? Optional.of(forEach.family().name())
                    : around;
        }
    }

    private FamilyScopes(ProtocolDeclaration declaration) {
        this.declaration = declaration;
    }

    /** Returns the blocks that are run, in the order in which a run comes to them. */
    static Set<Scoped> of(ProtocolDeclaration declaration) {
        FamilyScopes scopes = new FamilyScopes(declaration);
        scopes.visit(declaration.main(), Optional.empty());
        return scopes.found;
    }

    private void visit(BlockDeclaration block, Optional<String> around) {
        Scoped scoped = new Scoped(block, around);
        if (running.contains(block.name()) || !found.add(scoped)) {
            return;
        }
        running.push(block.name());
        for (Step step : block.steps()) {
            step.blocks()
                    .forEach(named -> declaration.block(named.name()).ifPresent(next -> visit(next, scoped.within())));
        }
        running.pop();
    }
}
