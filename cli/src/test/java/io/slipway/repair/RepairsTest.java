package io.slipway.repair;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.store.Stores;
import io.slipway.cli.engine.SandboxLab;
import io.slipway.crash.StartedTwice;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepStatus;
import io.slipway.sandbox.api.AuditEvent;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.AmendRequest;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.RolloutInput;
import io.slipway.workflows.contract.RolloutOverview;
import io.temporal.client.WorkflowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixty steps, twelve failures of different kinds, each repaired by {@code amend} or {@code retry}. */
class RepairsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final double PACE = 400;
    /** What a step of its own writes; builds and jobs are made anew for each try. */
    private static final String LASTING = "t[0-9]{2}-(config|app|service|secret)|t04";

    @TempDir
    private Path folder;

    private final Set<Trouble> corrected = EnumSet.noneOf(Trouble.class);
    private final Set<Trouble> mended = EnumSet.noneOf(Trouble.class);
    private final List<String> failures = new ArrayList<>();

    @Test
    void noDoneStepRunsTwiceAndTheEndIsThatOfACleanRun() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Path clean = Files.createDirectory(folder.resolve("clean"));
        RepairPipeline.write(broken, corrected);
        RepairPipeline.write(clean, RepairPipeline.all());
        try (SandboxLab lab = lab(broken);
                SandboxLab smooth = lab(clean)) {
            somebodyElseOwnsAField(lab);
            lab.strike(faults());
            RolloutHandle rollout = lab.engine().start(RolloutInput.of(RepairPipeline.NAME), "sixty");
            repair(lab, rollout, broken);
            RolloutHandle whole = smooth.engine().start(RolloutInput.of(RepairPipeline.NAME), "sixty");
            await().atMost(LONG).until(() -> whole.await(Duration.ofMillis(1)).isPresent());

            assertThat(failures).containsExactlyElementsOf(steps());
            List<JournalEvent> events = events(broken);
            assertThat(StartedTwice.in(events)).as("done steps that ran again").isEmpty();
            assertThat(rollout.journal().steps().values())
                    .filteredOn(step -> step.status() == StepStatus.SUCCEEDED)
                    .as("sixty steps, and the one that was put in")
                    .hasSize(61);
            assertThat(writes(lab)).as("writes by object").isEqualTo(writes(smooth));
            assertThat(ClusterObjects.differences(
                            ClusterObjects.of(smooth.target().client(), "default"),
                            ClusterObjects.of(lab.target().client(), "default")))
                    .as("objects that are not as after a clean run")
                    .isEmpty();
        }
    }

    private static SandboxLab lab(Path place) throws IOException {
        return SandboxLab.start(
                place.resolve(".slipway"), new FolderPlanning(List.of(place), Optional.empty()), List.of(), PACE);
    }

    private static List<String> steps() {
        return Stream.of(Trouble.values()).map(Trouble::step).toList();
    }

    private List<String> faults() {
        return Stream.of(Trouble.values())
                .filter(trouble -> !mended.contains(trouble))
                .flatMap(trouble -> trouble.fault().stream())
                .toList();
    }

    /** Each pause is one failure; the same step may need more than one try on a machine that is busy. */
    private void repair(SandboxLab lab, RolloutHandle rollout, Path place) throws IOException {
        while (true) {
            Optional<String> step = pauseOrEnd(rollout);
            if (step.isEmpty()) {
                assertThat(rollout.await(LONG).orElseThrow().succeeded())
                        .as(rollout.journal().message())
                        .isTrue();
                return;
            }
            if (!failures.contains(step.get())) {
                failures.add(step.get());
            }
            int tries = tries(place, step.get());
            assertThat(tries)
                    .as("tries of " + step.get() + ": " + rollout.journal().message())
                    .isLessThan(6);
            mend(lab, rollout, place, step.get());
            await("another try of " + step.get()).atMost(LONG).until(() -> tries(place, step.get()) > tries);
        }
    }

    private Optional<String> pauseOrEnd(RolloutHandle rollout) {
        List<String> waiting = new ArrayList<>();
        await().atMost(LONG).ignoreExceptionsInstanceOf(WorkflowException.class).untilAsserted(() -> {
            RolloutOverview now = rollout.overview();
            waiting.addAll(now.waiting().keySet());
            assertThat(!waiting.isEmpty() || rollout.await(Duration.ofMillis(1)).isPresent())
                    .as("a pause or the end; repaired so far: %s; now %s %s", failures, now, rollout.progress())
                    .isTrue();
        });
        return waiting.stream().findFirst();
    }

    private void mend(SandboxLab lab, RolloutHandle rollout, Path place, String step) throws IOException {
        Trouble trouble = Stream.of(Trouble.values())
                .filter(each -> each.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " failed, and nothing was done to it: "
                        + rollout.journal().message()));
        boolean again = !mended.add(trouble);
        lab.heal();
        lab.strike(faults());
        if (trouble.isAmended() && !again) {
            corrected.add(trouble);
            RepairPipeline.write(place, corrected);
            rollout.amend(new AmendRequest("ada", trouble.name(), List.of(), Map.of(), false, ""));
        } else {
            rollout.decide(Decision.Kind.RETRY, new DecisionRequest(step, "ada", trouble.name(), false));
        }
    }

    private static int tries(Path place, String step) {
        return (int) events(place).stream()
                .filter(event -> event instanceof JournalEvent.StepStarted started
                        && started.step().equals(step))
                .count();
    }

    private static List<JournalEvent> events(Path place) {
        return Stores.in(place.resolve(".slipway")).journals().events("sixty");
    }

    private static void somebodyElseOwnsAField(SandboxLab lab) {
        lab.target()
                .client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("t05-config")
                        .withNamespace("default")
                        .endMetadata()
                        .addToData("text", "of somebody else")
                        .build())
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("somebody")
                        .withForce(true)
                        .build());
    }

    /** How often each object of the steps was written by Slipway, as the API server's audit log has it. */
    private static Map<String, Long> writes(SandboxLab lab) {
        return lab.sandbox().audit().events(AuditEvent::wrote).stream()
                .filter(event -> !event.fieldManager().equals("somebody"))
                .filter(event ->
                        event.name().matches(LASTING) && event.subresource().isEmpty())
                .collect(groupingBy(event -> event.resource() + "/" + event.name(), TreeMap::new, counting()));
    }
}
