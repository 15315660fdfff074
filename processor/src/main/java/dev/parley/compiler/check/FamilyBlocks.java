package dev.parley.compiler.check;

import dev.parley.compiler.check.FamilyScopes.Scoped;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Blocks for each member name a family, lie not within another one, and within them no other family has a part; outside them no
 * family chooses.
 */
final class FamilyBlocks implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        Set<String> families = families(declaration);
        List<Diagnostic> found = new ArrayList<>();
        for (Scoped scoped : FamilyScopes.of(declaration)) {
            BlockDeclaration block = scoped.block();
            if (block.form() instanceof BlockForm.ForEach forEach) {
                checkForEach(forEach, scoped, families, declaration, found);
            }
            block.admits()
                    .filter(family -> isOther(family, families, declaration))
                    .ifPresent(family -> found.add(noFamily(family, "Admits")));
            block.choiceAt()
                    .filter(chooser -> families.contains(chooser.name()))
                    .filter(chooser -> scoped.within().isEmpty())
                    .ifPresent(chooser -> found.add(together(chooser, block)));
            scoped.within().filter(families::contains).ifPresent(family -> checkOthers(family, block, families, found));
        }
        return found.stream().distinct().toList();
    }

    /** Returns the names of the roles that any number of participants play. */
    static Set<String> families(ProtocolDeclaration declaration) {
        return declaration.roles().stream()
                .filter(role -> role.family().isPresent())
                .map(RoleDeclaration::name)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    /** Returns what is wrong with naming a role where a family is asked for. */
    static Diagnostic noFamily(Reference reference, String annotation) {
        return Diagnostic.of(
                        DiagnosticId.FAMILY_EXPECTED,
                        reference.origin(),
                        "@" + annotation + " names " + reference.name() + ", which one participant plays")
                .hint("name a family, or declare it: @Role @Family interface " + reference.name() + " {}");
    }

    private static void checkForEach(
            BlockForm.ForEach forEach,
            Scoped scoped,
            Set<String> families,
            ProtocolDeclaration declaration,
            List<Diagnostic> found) {
        Reference family = forEach.family();
        if (isOther(family, families, declaration)) {
            found.add(noFamily(family, "ForEach"));
        }
        scoped.around()
                .ifPresent(outer -> found.add(Diagnostic.of(
                                DiagnosticId.FAMILY_NESTED,
                                forEach.origin(),
                                IncludedNames.simple(scoped.block().name()) + " is run for each member of "
                                        + family.name() + " within a block that is run for each member of " + outer)
                        .hint("let the outer block come to its end first, and let this one follow it")));
    }

    private static boolean isOther(Reference family, Set<String> families, ProtocolDeclaration declaration) {
        return DeclarationCheck.roleNames(declaration).contains(family.name()) && !families.contains(family.name());
    }

    private static Diagnostic together(Reference family, BlockDeclaration block) {
        return Diagnostic.of(
                        DiagnosticId.FAMILY_CHOICE,
                        family.origin(),
                        "the members of " + family.name() + " choose together in " + IncludedNames.simple(block.name())
                                + ", but each may want something else")
                .hint("let each choose for itself: @ForEach(" + family.name() + ".class) on "
                        + IncludedNames.simple(block.name()) + "; or let another role choose");
    }

    private static void checkOthers(
            String family, BlockDeclaration block, Set<String> families, List<Diagnostic> found) {
        block.steps().stream()
                .filter(MessageStep.class::isInstance)
                .map(MessageStep.class::cast)
                .flatMap(step -> Stream.concat(Stream.of(step.from()), step.to().stream()))
                .filter(role -> families.contains(role.name()) && !role.name().equals(family))
                .forEach(role -> found.add(Diagnostic.of(
                                DiagnosticId.FAMILY_NESTED,
                                role.origin(),
                                role.name() + " is another family than " + family + ", for each member of which "
                                        + IncludedNames.simple(block.name()) + " is run")
                        .hint("speak with " + role.name() + " before or after the members of " + family
                                + " have their turns")));
    }
}
