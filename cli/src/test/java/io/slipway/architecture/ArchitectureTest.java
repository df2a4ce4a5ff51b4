package io.slipway.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what {@code ARCHITECTURE.md} says about modules and packages. */
@AnalyzeClasses(packages = "io.slipway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.slipway.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MODULES_DEPEND_IN_ONE_DIRECTION = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.slipway..")
            .layer("model")
            .definedBy("io.slipway.model..")
            .layer("reports")
            .definedBy("io.slipway.reports..")
            .layer("workflows")
            .definedBy("io.slipway.workflows..")
            .layer("activities")
            .definedBy("io.slipway.activities..")
            .layer("worker")
            .definedBy("io.slipway.worker..")
            .layer("sandbox")
            .definedBy("io.slipway.sandbox..")
            .layer("cli")
            .definedBy("io.slipway.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("sandbox")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("worker")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("activities")
            .mayOnlyBeAccessedByLayers("worker", "cli")
            .whereLayer("workflows")
            .mayOnlyBeAccessedByLayers("activities", "worker", "cli")
            .whereLayer("reports")
            .mayOnlyBeAccessedByLayers("activities", "cli");

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NO_SERVER = noClasses()
            .that()
            .resideInAnyPackage("io.slipway.model..", "io.slipway.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.temporal..", "io.fabric8..", "com.google.inject..", "picocli..");

    @ArchTest
    static final ArchRule THE_SANDBOX_KNOWS_NO_CLIENT = noClasses()
            .that()
            .resideInAPackage("io.slipway.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8.kubernetes.client..", "com.google.inject..", "picocli..");

    @ArchTest
    static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS = noClasses()
            .that(DescribedClasses.exceptNamed("io.slipway.cli.Main"))
            .should()
            .callMethodWhere(
                    target(owner(JavaClass.Predicates.type(System.class))).and(target(name("exit"))))
            .orShould()
            .callMethodWhere(
                    target(owner(JavaClass.Predicates.type(Runtime.class))).and(target(name("halt"))));

    @ArchTest
    static final ArchRule LOGGING_IS_SLF4J =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "org.apache.log4j..");

    @ArchTest
    static final ArchRule COMMANDS_ARE_FINAL = classes()
            .that()
            .haveSimpleNameEndingWith("Command")
            .and()
            .resideInAPackage("io.slipway.cli..")
            .should()
            .haveModifier(JavaModifier.FINAL);

    /** What an undo would take back is said by the annotations, where the handlers are not at hand. */
    @ArchTest
    static void verbsSayWhetherTheyCanUndo(JavaClasses all) {
        List<JavaClass> handlers = all.stream()
                .filter(one -> one.isAssignableTo(VerbHandler.class) && !one.isInterface())
                .toList();

        assertThat(handlers).hasSizeGreaterThan(20).allSatisfy(handler -> {
            Set<String> verbs = handler.getInterfaces().stream()
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                    .filter(type -> type.isAnnotatedWith(Verb.class))
                    .map(type ->
                            String.valueOf(type.getAnnotationOfType(Verb.class).undo()))
                    .collect(Collectors.toSet());
            boolean overrides = handler.getMethods().stream()
                    .anyMatch(method -> method.getName().equals("undo"));
            assertThat(verbs).as(handler.getName()).containsExactly(String.valueOf(overrides));
        });
    }
}
