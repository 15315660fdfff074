package dev.parley.compiler.include;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.IncludeStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells what is wrong in the text of included protocols at the step that includes them: it is that combination which is wrong, and
 * the other protocol may not be the user's.
 */
public final class Relocation {

    private final ProtocolDeclaration declaration;

    /** The included protocol that a place is in. An origin equals any other, so this goes by identity. */
    private final IdentityHashMap<Origin, ProtocolDeclaration> foreign = new IdentityHashMap<>();

    private Relocation(ProtocolDeclaration declaration) {
        this.declaration = declaration;
        declaration
                .others()
                .forEach(other -> Included.blocks(other)
                        .flatMap(Relocation::origins)
                        .forEach(origin -> foreign.put(origin, other)));
    }

    /** Returns the diagnostics, each at a place in the protocol itself. Warnings about the text of others are left to those. */
    public static List<Diagnostic> relocate(ProtocolDeclaration declaration, List<Diagnostic> diagnostics) {
        if (declaration.others().isEmpty()) {
            return diagnostics;
        }
        Relocation relocation = new Relocation(declaration);
        return diagnostics.stream()
                .map(relocation::relocate)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Diagnostic> relocate(Diagnostic found) {
        ProtocolDeclaration other = foreign.get(found.origin());
        if (other == null) {
            return Optional.of(found);
        }
        if (!found.isError()) {
            return Optional.empty();
        }
        List<String> proof = new ArrayList<>(found.proof());
        proof.add("the place: " + found.origin().description());
        return Optional.of(new Diagnostic(
                found.id(),
                "in the included " + other.name() + ", " + found.problem(),
                Included.steps(declaration)
                        .filter(step -> leadsTo(step, other.qualifiedName(), new HashSet<>()))
                        .findFirst()
                        .map(step -> step.protocol().origin())
                        .orElse(declaration.origin()),
                proof,
                found.hint()));
    }

    private boolean leadsTo(IncludeStep step, String protocol, Set<String> seen) {
        String included = step.protocol().name();
        return included.equals(protocol)
                || (seen.add(included)
                        && declaration.other(included).stream()
                                .flatMap(Included::steps)
                                .anyMatch(each -> leadsTo(each, protocol, seen)));
    }

    private static Stream<Origin> origins(BlockDeclaration block) {
        Stream<Origin> own = Stream.concat(
                Stream.of(block.origin()),
                Stream.of(block.choiceAt().stream(), block.admits().stream())
                        .flatMap(each -> each.map(Reference::origin)));
        Stream<Origin> form = block.form() instanceof BlockForm.Parallel parallel
                ? Stream.of(parallel.origin())
                : block.form() instanceof BlockForm.ForEach each
                        ? Stream.of(each.origin(), each.family().origin())
                        : Stream.of();
        return Stream.of(own, form, block.steps().stream().flatMap(Relocation::origins))
                .flatMap(all -> all);
    }

    private static Stream<Origin> origins(Step step) {
        List<Origin> origins = new ArrayList<>(List.of(step.origin()));
        if (step.next() instanceof Continuation.Block next) {
            origins.add(next.block().origin());
        }
        if (step instanceof MessageStep message) {
            origins.add(message.labelOrigin());
            origins.add(message.from().origin());
            message.to().forEach(to -> origins.add(to.origin()));
            message.payload().forEach(parameter -> origins.add(parameter.origin()));
        } else if (step instanceof IncludeStep include) {
            origins.add(include.protocol().origin());
            include.bindings().forEach(binding -> {
                origins.add(binding.origin());
                origins.add(binding.role().origin());
                origins.add(binding.to().origin());
            });
        }
        return origins.stream();
    }
}
