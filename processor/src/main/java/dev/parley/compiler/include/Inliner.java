package dev.parley.compiler.include;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.IncludeStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings the blocks of included protocols into the protocol, so that whoever comes later finds blocks only: an include step then
 * names the block to run, and binds no roles.
 *
 * <p>A protocol comes in once for each way of binding its roles. There are finitely many of those, so this ends where protocols
 * include each other, too.
 */
public final class Inliner {

    private final ProtocolDeclaration declaration;
    private final Set<String> included = new HashSet<>();
    private final Deque<Substitution> pending = new ArrayDeque<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Inliner(ProtocolDeclaration declaration) {
        this.declaration = declaration;
    }

    /** Returns the protocol with the text of those that it includes, with an error for each include step that cannot be followed. */
    public static Result<ProtocolDeclaration> inline(ProtocolDeclaration declaration) {
        return new Inliner(declaration).run();
    }

    private Result<ProtocolDeclaration> run() {
        if (Included.steps(declaration).findAny().isEmpty()) {
            return Result.of(declaration, List.of());
        }
        BlockDeclaration main = followed(declaration.main());
        List<BlockDeclaration> all =
                declaration.blocks().stream().map(this::followed).collect(Collectors.toCollection(ArrayList::new));
        while (!pending.isEmpty()) {
            Substitution next = pending.remove();
            Included.blocks(next.protocol()).map(next::of).map(this::followed).forEach(all::add);
        }
        return Result.of(declaration.withBlocks(main, all), diagnostics);
    }

    private BlockDeclaration followed(BlockDeclaration block) {
        return block.withSteps(block.steps().stream()
                .map(step -> step instanceof IncludeStep include ? followed(include) : step)
                .toList());
    }

    private Step followed(IncludeStep step) {
        List<Diagnostic> wrong = Bindings.check(step, declaration);
        diagnostics.addAll(wrong);
        Optional<ProtocolDeclaration> other = declaration.other(step.protocol().name());
        return wrong.isEmpty() && other.isPresent() ? step.running(block(step, other.get())) : step;
    }

    private Reference block(IncludeStep step, ProtocolDeclaration other) {
        Map<String, String> players = step.bindings().stream()
                .collect(Collectors.toMap(
                        binding -> binding.role().name(),
                        binding -> binding.to().name()));
        if (other.qualifiedName().equals(declaration.qualifiedName()) && players.equals(ownPlayers())) {
            return new Reference(declaration.main().name(), step.protocol().origin());
        }
        Substitution substitution = new Substitution(other, players);
        String name = substitution.mainName();
        if (included.add(name)) {
            pending.add(substitution);
        }
        return new Reference(name, step.protocol().origin());
    }

    private Map<String, String> ownPlayers() {
        return declaration.roles().stream()
                .map(RoleDeclaration::name)
                .map(Object::toString)
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
    }
}
