package dev.parley.sessions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley.sessions");

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("dev.parley.sessions.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingDependsOnTheFacade() {
        noClasses()
                .that()
                .resideInAPackage("dev.parley.sessions.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.parley.sessions")
                .check(CLASSES);
    }

    @Test
    void theRuntimeKnowsNoManagedSessions() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.parley.sessions..")
                .check(new ClassFileImporter().importPackages("dev.parley.runtime"));
    }

    @Test
    void onlyStoresKnowDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parley.sessions.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "com.zaxxer..", "org.flywaydb..", "com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void onlyQueriesKnowTheirGrammar() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parley.sessions.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.antlr..", "dev.parley.sessions.query.grammar..")
                .check(CLASSES);
    }
}
