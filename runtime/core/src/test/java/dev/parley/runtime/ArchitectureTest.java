package dev.parley.runtime;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.parley.runtime");

    @Test
    void packagesAreLayered() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("runtime")
                .definedBy("dev.parley.runtime")
                .layer("transport")
                .definedBy("dev.parley.runtime.transport")
                .layer("effect")
                .definedBy("dev.parley.runtime.effect")
                .layer("journal")
                .definedBy("dev.parley.runtime.journal")
                .layer("buffer")
                .definedBy("dev.parley.runtime.buffer")
                .whereLayer("runtime")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("transport")
                .mayOnlyBeAccessedByLayers("runtime")
                .whereLayer("effect")
                .mayOnlyAccessLayers("effect", "journal")
                .whereLayer("journal")
                .mayOnlyAccessLayers("journal")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.parley.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheJdkIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "dev.parley.runtime..", "org.jspecify.annotations"))
                .check(CLASSES);
    }
}
