package dev.parley.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Goals are thin: what they do, other packages do, which know no Maven. */
class ArchitectureTest {

    private static final String GENERATED_HELP = "dev.parley.maven.help";
    private static final String GENERATED_PARSERS = "dev.parley.maven.scribble.grammar";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley.maven");

    @Test
    void onlyGoalsKnowMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.parley.maven", GENERATED_HELP)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "dev.parley.maven")
                .check(CLASSES);
    }

    @Test
    void onlyPackagesForClassFilesKnowAsm() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parley.maven.bytecode..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.objectweb.asm..")
                .check(CLASSES);
    }

    @Test
    void noCyclesBetweenPackages() {
        slices().matching("dev.parley.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        ArchRuleDefinition.classes()
                .that()
                .resideOutsideOfPackages(GENERATED_HELP, GENERATED_PARSERS)
                .should(new ArchCondition<>("be in a package annotated with @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " of " + type.getName()));
                    }
                })
                .check(CLASSES);
    }
}
