package dev.parley.compiler;

import dev.parley.compiler.check.Admittance;
import dev.parley.compiler.check.CrashedRoles;
import dev.parley.compiler.check.DeclarationCheck;
import dev.parley.compiler.check.Gathers;
import dev.parley.compiler.check.GuardChoices;
import dev.parley.compiler.check.Liveness;
import dev.parley.compiler.check.LossyEdges;
import dev.parley.compiler.check.PartyNames;
import dev.parley.compiler.check.TurnMembers;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.global.Elaborator;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.include.Inliner;
import dev.parley.compiler.include.Relocation;
import dev.parley.compiler.machine.EdgePlanner;
import dev.parley.compiler.machine.MachineBuilder;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.projection.Explanation;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.ReceiveValidity;
import dev.parley.compiler.projection.SendValidity;
import dev.parley.compiler.projection.SubsetProjection;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiles a protocol: declaration, global automaton, checks, projection, machines. Pure and without state; every problem
 * comes back as a diagnostic, and a result is there beside errors whenever the protocol could be projected at all.
 */
public final class ProtocolCompiler {

    private ProtocolCompiler() {}

    /** Compiles a declaration. The protocol may be used only if there is no error among the diagnostics. */
    public static Result<CompiledProtocol> compile(ProtocolDeclaration declaration) {
        Result<CompiledProtocol> result = compile(Inliner.inline(declaration))
                .then(compiled ->
                        Result.of(compiled, new SeatSpots(declaration, other -> machines(other, declaration)).check()));
        return new Result<>(result.value(), Relocation.relocate(declaration, result.diagnostics()));
    }

    private static Result<CompiledProtocol> compile(Result<ProtocolDeclaration> inlined) {
        ProtocolDeclaration declaration = inlined.value().orElseThrow();
        Result<Projected> projected = inlined.then(ProtocolCompiler::wellFormed)
                .then(Elaborator::elaborate)
                .then(global -> Result.of(global, PartyNames.check(declaration, global)))
                .then(global -> project(declaration, global));
        if (projected.diagnostics().stream().anyMatch(found -> found.id().isUnplayable())) {
            return Result.none(projected.diagnostics());
        }
        boolean obscured =
                projected.diagnostics().stream().anyMatch(found -> found.id().obscuresRuns());
        return (obscured ? projected : projected.then(each -> implementable(declaration, each)))
                .then(each -> Result.of(compiled(declaration, each), List.of()))
                .then(each ->
                        Result.of(each, Admittance.checkEntries(each.global().families(), each.intakes())));
    }

    /** Returns the machines of a protocol that another one names, none where it has errors. */
    private static List<StateMachine> machines(ProtocolDeclaration other, ProtocolDeclaration namedBy) {
        List<ProtocolDeclaration> known = Stream.concat(Stream.of(namedBy), namedBy.others().stream())
                .filter(each -> !each.qualifiedName().equals(other.qualifiedName()))
                .toList();
        Result<CompiledProtocol> compiled = compile(Inliner.inline(other.withOthers(known)));
        return compiled.hasErrors()
                ? List.of()
                : compiled.value().map(CompiledProtocol::machines).orElse(List.of());
    }

    private record Projected(GlobalAutomaton global, List<Projection> projections) {}

    private static Result<ProtocolDeclaration> wellFormed(ProtocolDeclaration declaration) {
        return Result.of(declaration, DeclarationCheck.checkAll(declaration));
    }

    private static Result<Projected> project(ProtocolDeclaration declaration, GlobalAutomaton global) {
        List<Projection> projections = new ArrayList<>();
        List<Diagnostic> tooLarge = new ArrayList<>();
        for (RoleName role : global.roles()) {
            Optional<Projection> projection = SubsetProjection.project(global, role);
            projection.ifPresent(projections::add);
            if (projection.isEmpty()) {
                tooLarge.add(Diagnostic.of(
                                DiagnosticId.PROTOCOL_SIZE,
                                declaration.origin(),
                                "what " + role.inWords() + " may know in a run of " + declaration.name()
                                        + " takes too many states to tell apart")
                        .hint("tell " + role.role() + " earlier which alternative was chosen"));
            }
        }
        return tooLarge.isEmpty() ? Result.of(new Projected(global, projections), List.of()) : Result.none(tooLarge);
    }

    private static Result<Projected> implementable(ProtocolDeclaration declaration, Projected projected) {
        List<Diagnostic> found = new ArrayList<>();
        for (Projection projection : projected.projections) {
            Set<MessageStep> blamed = Collections.newSetFromMap(new IdentityHashMap<>()); // once is enough
            SendValidity.conflicts(projection).stream()
                    .filter(conflict -> blamed.add(conflict.action().step()))
                    .forEach(conflict -> found.add(Explanation.of(conflict)));
            ReceiveValidity.conflicts(projection).stream()
                    .filter(conflict -> blamed.add(conflict.overtaking().step()))
                    .forEach(conflict -> found.add(Explanation.of(conflict)));
        }
        found.addAll(Gathers.check(projected.global.families(), projected.projections));
        found.addAll(TurnMembers.check(projected.global, projected.projections));
        found.addAll(Admittance.check(projected.global, projected.projections));
        found.addAll(CrashedRoles.check(projected.global));
        found.addAll(LossyEdges.check(projected.global, declaration.edges(), projected.projections));
        found.addAll(GuardChoices.check(projected.projections));
        found.addAll(Liveness.check(declaration, projected.global, projected.projections));
        return Result.of(projected, found);
    }

    private static CompiledProtocol compiled(ProtocolDeclaration declaration, Projected projected) {
        List<MachineBuilder> builders = projected.projections.stream()
                .map(projection -> new MachineBuilder(
                        projection,
                        declaration.name(),
                        declaration.generatedPrefix() + projection.role().typeName()))
                .toList();
        List<StateMachine> machines =
                builders.stream().map(MachineBuilder::build).toList();
        return new CompiledProtocol(
                declaration,
                projected.global,
                machines,
                EdgePlanner.plan(projected.global, declaration.edges()),
                MachineBuilder.intakes(builders));
    }
}
