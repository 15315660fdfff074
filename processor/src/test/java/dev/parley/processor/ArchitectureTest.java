package dev.parley.processor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may know which: dependencies point one way. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley.compiler", "dev.parley.processor");

    private static final Set<String> PACKAGES_OF_JAVA_BASE =
            Object.class.getModule().getPackages();

    private static final DescribedPredicate<JavaClass> JDK_BASE = describe(
            "are in java.base",
            type -> type.getBaseComponentType().isPrimitive()
                    || PACKAGES_OF_JAVA_BASE.contains(
                            type.getBaseComponentType().getPackageName()));

    private static final DescribedPredicate<JavaClass> NULL_ANNOTATIONS =
            JavaClass.Predicates.resideInAPackage("org.jspecify.annotations");

    @ParameterizedTest
    @CsvSource({
        "diagnostic,",
        "protocol, diagnostic",
        "include, diagnostic protocol",
        "global, diagnostic protocol include",
        "projection, diagnostic protocol global",
        "machine, diagnostic protocol include global projection",
        "check, diagnostic protocol include global projection machine",
        "diagram, diagnostic protocol include global projection machine",
        "subtyping, diagnostic protocol global projection machine"
    })
    void packagesOfTheCompilerKnowOnlyThoseBelowThem(String name, @Nullable String below) {
        String[] allowed = Arrays.stream(
                        ((below == null ? "" : below) + " " + name).trim().split(" "))
                .map(each -> "dev.parley.compiler." + each)
                .toArray(String[]::new);
        ArchRule rule = classes()
                .that()
                .resideInAPackage("dev.parley.compiler." + name)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(allowed)
                        .or(JDK_BASE)
                        .or(NULL_ANNOTATIONS))
                .allowEmptyShould(true);
        rule.check(CLASSES);
    }

    @Test
    void theCompilerKnowsNothingButTheJdkBase() {
        classes()
                .that()
                .resideInAPackage("dev.parley.compiler..")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.parley.compiler..")
                        .or(JDK_BASE)
                        .or(NULL_ANNOTATIONS))
                .check(CLASSES);
    }

    @Test
    void onlyTheGeneratorKnowsJavaPoet() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parley.processor.codegen")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet..")
                .check(CLASSES);
    }

    @Test
    void theGeneratorDoesNotKnowTheReader() {
        noClasses()
                .that()
                .resideInAPackage("dev.parley.processor.codegen")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.parley.processor")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noCyclesBetweenPackages() {
        slices().matching("dev.parley.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
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
