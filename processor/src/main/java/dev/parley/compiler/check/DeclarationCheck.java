package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A rule on the text of a protocol. */
@FunctionalInterface
public interface DeclarationCheck {

    /** All rules, in the order in which their findings are told. */
    List<DeclarationCheck> ALL = List.of(
            new GeneratedNames(),
            new EmptyBlocks(),
            new DeclaredRoles(),
            new UsedRoles(),
            new Labels(),
            new Seats(),
            new Receivers(),
            new ChoiceSenders(),
            new ChoiceLabels(),
            new ParallelBlocks(),
            new FamilySizes(),
            new FamilyBlocks(),
            new IncludedFamilies(),
            new Quorums(),
            new Guards(),
            new PhaseNames(),
            new CrashPlaces(),
            new Timeouts(),
            new ConfiguredEdges());

    /** Returns what breaks the rule. */
    List<Diagnostic> check(ProtocolDeclaration declaration);

    /** Returns what breaks any of the rules. */
    static List<Diagnostic> checkAll(ProtocolDeclaration declaration) {
        return ALL.stream().flatMap(rule -> rule.check(declaration).stream()).toList();
    }

    /** Returns the steps of all blocks. */
    static Stream<Step> steps(ProtocolDeclaration declaration) {
        return Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .flatMap(block -> block.steps().stream());
    }

    /** Returns the names of the roles, in alphabetical order. */
    static SortedSet<String> roleNames(ProtocolDeclaration declaration) {
        SortedSet<String> names = new TreeSet<>();
        declaration.roles().forEach(role -> names.add(role.name().value()));
        return names;
    }
}
