package io.slipway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * Workflow code must do the same at every replay: no clock, no chance, no threads, no sleep, no I/O, no logger of its
 * own. Temporal offers each of them by {@code Workflow}. What the workflow calls of the model to evaluate expressions is
 * held to the same.
 */
class DeterminismTest {
    /** Methods that give another answer each time, by class. */
    private static final Map<String, Set<String>> FORBIDDEN = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")),
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("org.slf4j.LoggerFactory", Set.of("getLogger")),
            Map.entry("java.lang.Thread", Set.of("sleep", "start", "ofVirtual", "ofPlatform", "startVirtualThread")),
            Map.entry(
                    "java.util.concurrent.Executors",
                    Set.of(
                            "newFixedThreadPool",
                            "newCachedThreadPool",
                            "newSingleThreadExecutor",
                            "newVirtualThreadPerTaskExecutor")),
            Map.entry("java.util.concurrent.CompletableFuture", Set.of("supplyAsync", "runAsync")),
            Map.entry("java.util.Collection", Set.of("parallelStream")));

    private static final DescribedPredicate<JavaAccess<?>> CHANGES_AT_REPLAY = DescribedPredicate.describe(
            "gives another answer at replay",
            access -> FORBIDDEN
                            .getOrDefault(access.getTargetOwner().getFullName(), Set.of())
                            .contains(access.getName())
                    || access.getName().equals("<init>")
                            && Set.of("java.util.Random", "java.security.SecureRandom", "java.lang.Thread")
                                    .contains(access.getTargetOwner().getFullName()));

    private static final ArchRule WORKFLOWS_DO_THE_SAME_AGAIN = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.slipway.workflows..",
                    "io.slipway.model.expr..",
                    "io.slipway.model.journal..",
                    "io.slipway.model.plan..")
            .should()
            .accessTargetWhere(CHANGES_AT_REPLAY);

    private static final ArchRule WORKFLOWS_TOUCH_NOTHING_OUTSIDE = noClasses()
            .that()
            .resideInAnyPackage("io.slipway.workflows..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.nio.file..",
                    "java.net..",
                    "java.net.http..",
                    "java.sql..",
                    "io.fabric8..",
                    "java.util.concurrent.locks..");

    private static JavaClasses product() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.slipway.workflows", "io.slipway.model");
    }

    @Test
    void workflowCodeDoesTheSameAtEveryReplay() {
        WORKFLOWS_DO_THE_SAME_AGAIN.check(product());
    }

    @Test
    void workflowCodeTouchesNothingOutside() {
        WORKFLOWS_TOUCH_NOTHING_OUTSIDE.check(product());
    }

    @Test
    void theRuleFindsWhatItForbids() {
        JavaClasses wrong = new ClassFileImporter().importClasses(Wrong.class);
        ArchRule same = noClasses().should().accessTargetWhere(CHANGES_AT_REPLAY);

        assertThatThrownBy(() -> same.check(wrong))
                .hasMessageContaining("Instant.now()")
                .hasMessageContaining("UUID.randomUUID()")
                .hasMessageContaining("ThreadLocalRandom.current()");
    }

    /** Breaks the rules on purpose. */
    @SuppressWarnings("unused")
    private static final class Wrong {
        String run() {
            return Instant.now()
                    + UUID.randomUUID().toString()
                    + ThreadLocalRandom.current().nextInt();
        }
    }
}
