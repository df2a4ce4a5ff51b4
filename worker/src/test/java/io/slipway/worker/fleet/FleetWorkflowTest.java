package io.slipway.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.TargetRecord;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.FleetDecision;
import io.slipway.workflows.contract.FleetOutcome;
import io.slipway.workflows.contract.FleetOverview;
import io.slipway.workflows.contract.FleetRun;
import io.slipway.workflows.contract.PayloadConverters;
import io.slipway.workflows.fleet.FleetWorkflow;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What the workflow {@code Fleet} decides, over targets that do as the test says. */
class FleetWorkflowTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String QUEUE = "fleets";

    @TempDir
    private Path folder;

    private TestWorkflowEnvironment environment;

    private WorkflowStub start(FakeFleet targets, long longHistory) {
        return start(
                targets,
                longHistory,
                Json.mapper().createObjectNode().put("fleet", "many").put("by", "ada"));
    }

    private WorkflowStub start(FakeFleet targets, long longHistory, ObjectNode input) {
        if (environment == null) {
            environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(PayloadConverters.standard())
                            .build())
                    .setUseTimeskipping(false)
                    .build());
            Worker worker = environment.newWorker(
                    QUEUE,
                    WorkerOptions.newBuilder()
                            .setDefaultDeadlockDetectionTimeout(60_000)
                            .build());
            worker.registerWorkflowImplementationFactory(FleetRun.class, () -> new FleetWorkflow(longHistory));
            worker.registerActivitiesImplementations(targets);
            environment.start();
        }
        WorkflowStub stub = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        FleetRun.TYPE,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("many-1")
                                .setTaskQueue(QUEUE)
                                .build());
        stub.start(input);
        return environment.getWorkflowClient().newUntypedWorkflowStub("many-1"); // follows over all its runs
    }

    @AfterEach
    void stop() {
        if (environment != null) {
            environment.close();
        }
    }

    private static FleetOutcome end(WorkflowStub fleet) {
        return fleet.getResult(FleetOutcome.class);
    }

    private void awaitStatus(FakeFleet targets, RolloutStatus status) {
        Awaitility.await().atMost(LONG).until(() -> targets.journal("many-1").status() == status);
    }

    private static String decide(WorkflowStub fleet, String what, String... skip) {
        return fleet.update(what, String.class, new FleetDecision("ada", "", List.of(skip)));
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "t" + i).toList();
    }

    private static List<String> in(FleetJournal journal, TargetStatus status) {
        return journal.targets().stream()
                .filter(target -> target.status() == status)
                .map(TargetRecord::target)
                .toList();
    }

    @Test
    void wavesFollowOneAnother() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 2, true, 1, 3));
        assertThat(end(start(targets, Long.MAX_VALUE)).summary()).isEqualTo("4 of 4 targets done");
        assertThat(targets.turns().getFirst()).isEqualTo("t0");
        assertThat(targets.turns()).containsExactlyInAnyOrderElementsOf(names(0, 4));
        assertThat(targets.looks().getFirst()).isEqualTo("t0");
        assertThat(targets.looks()).containsExactlyInAnyOrderElementsOf(names(0, 4));
        assertThat(targets.journal("many-1").status()).isEqualTo(RolloutStatus.SUCCEEDED);
    }

    @Test
    void aBadTargetStopsItAndAfterRepairOnlyWhatIsLeftRuns() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 1, false, 1, 4, 3)).broken("t2");
        WorkflowStub fleet = start(targets, Long.MAX_VALUE);
        awaitStatus(targets, RolloutStatus.PAUSED);
        assertThat(targets.turns()).containsExactly("t0", "t1", "t2");
        FleetJournal paused = targets.journal("many-1");
        assertThat(paused.message()).isEqualTo("1 target has failed and 0 may: t2");
        assertThat(paused.target("t2").cause()).isEqualTo("it is broken");
        targets.repair();
        assertThat(decide(fleet, "continue")).isEqualTo("continuing");
        end(fleet);
        assertThat(targets.turns()).containsExactly("t0", "t1", "t2", "t2", "t3", "t4", "t5", "t6", "t7");
        assertThat(targets.journal("many-1").target("t2").attempt()).isEqualTo(2);
    }

    @Test
    void someMayFailAndTheFleetThenEndsAsFailed() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(1, 2, false, 2, 2)).broken("t1");
        WorkflowStub fleet = start(targets, Long.MAX_VALUE);
        assertThatThrownBy(() -> end(fleet)).isInstanceOf(WorkflowFailedException.class);
        assertThat(targets.turns()).hasSize(4);
        assertThat(targets.journal("many-1").status()).isEqualTo(RolloutStatus.FAILED);
        assertThat(targets.journal("many-1").message()).isEqualTo("1 of 4 targets failed");
    }

    @Test
    void aTargetThatTheGateFindsIllStopsItToo() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 2, true, 2, 2)).ill("t1");
        WorkflowStub fleet = start(targets, Long.MAX_VALUE);
        awaitStatus(targets, RolloutStatus.PAUSED);
        assertThat(targets.turns()).containsExactlyInAnyOrder("t0", "t1");
        assertThat(targets.journal("many-1").target("t1").cause()).isEqualTo("the gate: check 'it is well' failed");
        assertThat(targets.journal("many-1").passed(1)).isFalse();
        decide(fleet, "continue", "t1");
        end(fleet);
        assertThat(in(targets.journal("many-1"), TargetStatus.SKIPPED)).containsExactly("t1");
        assertThat(in(targets.journal("many-1"), TargetStatus.SUCCEEDED)).containsExactlyInAnyOrder("t0", "t2", "t3");
    }

    @Test
    void itIsPausedAndContinuedByAPerson() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 1, false, 3)).held("t0");
        WorkflowStub fleet = start(targets, Long.MAX_VALUE);
        Awaitility.await().atMost(LONG).until(() -> targets.turns().contains("t0"));
        assertThat(decide(fleet, "pause")).startsWith("pausing");
        targets.letGo();
        awaitStatus(targets, RolloutStatus.PAUSED);
        assertThat(targets.turns()).containsExactly("t0");
        assertThat(targets.journal("many-1").message()).isEqualTo("paused by ada");
        decide(fleet, "continue");
        end(fleet);
        assertThat(targets.turns()).containsExactly("t0", "t1", "t2");
    }

    @Test
    void anAbortCancelsWhatIsUnderWayAndBeginsNothing() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 1, false, 3)).held("t0");
        WorkflowStub fleet = start(targets, Long.MAX_VALUE);
        Awaitility.await().atMost(LONG).until(() -> targets.turns().contains("t0"));
        decide(fleet, "abort");
        assertThatThrownBy(() -> end(fleet)).isInstanceOf(WorkflowFailedException.class);
        assertThat(targets.stopped()).containsExactly("many-1-t0");
        assertThat(targets.turns()).containsExactly("t0");
        assertThat(targets.journal("many-1").status()).isEqualTo(RolloutStatus.ABORTED);
    }

    @Test
    void wrongDecisionsGetALineAndChangeNothing() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 1, false, 2)).broken("t0");
        WorkflowStub fleet = start(targets, Long.MAX_VALUE);
        awaitStatus(targets, RolloutStatus.PAUSED);
        assertThatThrownBy(() -> decide(fleet, "continue", "t1"))
                .isInstanceOf(WorkflowUpdateException.class)
                .rootCause()
                .hasMessageContaining("target 't1' has not failed and cannot be skipped. Failed: t0");
        assertThatThrownBy(() -> decide(fleet, "pause"))
                .rootCause()
                .hasMessageContaining("only a running fleet can be paused; this one is paused");
        assertThat(targets.journal("many-1").decisions()).isEmpty();
        decide(fleet, "abort");
        assertThatThrownBy(() -> end(fleet)).isInstanceOf(WorkflowFailedException.class);
    }

    @Test
    void aWrongInputFailsAtOnceWithTheListOfProblems() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 1, false, 1));
        WorkflowStub fleet =
                start(targets, Long.MAX_VALUE, Json.mapper().createObjectNode().put("fleet", "mani"));
        assertThatThrownBy(() -> end(fleet))
                .rootCause()
                .hasMessageContaining("the fleet cannot start:\nthere is no such fleet\nnor any other");
    }

    @Test
    void aLongHistoryGoesOnAsANewRunWithTargetsUnderWay() {
        FleetPlan plan = FakeFleet.plan(0, 3, false, 1, 30);
        FakeFleet targets = new FakeFleet(folder, plan).held("t5").broken("t28");
        WorkflowStub fleet = start(targets, 120);
        Awaitility.await().atMost(LONG).until(() -> Collections.frequency(targets.turns(), "t5") == 2);
        targets.letGo();
        awaitStatus(targets, RolloutStatus.PAUSED);
        targets.repair();
        Awaitility.await()
                .atMost(LONG)
                .ignoreExceptions()
                .until(
                        () -> { // a run that is being replaced takes none
                            if (targets.journal("many-1").decisions().isEmpty()) {
                                decide(fleet, "continue");
                            }
                            return !targets.journal("many-1").decisions().isEmpty();
                        });
        end(fleet);
        List<String> once = targets.turns().stream().distinct().toList();
        assertThat(once).containsExactlyInAnyOrderElementsOf(names(0, 31));
        FleetJournal journal = targets.journal("many-1");
        assertThat(in(journal, TargetStatus.SUCCEEDED)).hasSize(31);
        assertThat(journal.target("t5").attempt()).isEqualTo(1);
        assertThat(journal.target("t28").attempt()).isEqualTo(2);
    }

    @Test
    void aPauseThatWasAskedForOutlivesARunThatBecameTooLong() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 40, false, 40, 2))
                .held(names(0, 40).toArray(String[]::new));
        WorkflowStub fleet = start(targets, 150);
        Awaitility.await().atMost(LONG).until(() -> targets.turns().size() == 40);
        decide(fleet, "pause");
        targets.letGo(names(0, 39));
        Awaitility.await().atMost(LONG).until(() -> Collections.frequency(targets.turns(), "t39") == 2);
        targets.letGo();
        awaitStatus(targets, RolloutStatus.PAUSED);
        assertThat(targets.journal("many-1").message()).isEqualTo("paused by ada");
        assertThat(in(targets.journal("many-1"), TargetStatus.SUCCEEDED)).hasSize(40);
        assertThat(targets.turns()).doesNotContain("t40", "t41");
    }

    @Test
    void anAbortSeesWhatIsUnderWayToItsEndHoweverLongTheHistoryIs() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 40, false, 40))
                .held(names(0, 40).toArray(String[]::new));
        WorkflowStub fleet = start(targets, 150);
        Awaitility.await().atMost(LONG).until(() -> targets.turns().size() == 40);
        decide(fleet, "abort");
        assertThatThrownBy(() -> end(fleet)).isInstanceOf(WorkflowFailedException.class);
        assertThat(targets.stopped()).hasSize(40);
        assertThat(in(targets.journal("many-1"), TargetStatus.RUNNING)).isEmpty();
    }

    @Test
    void anotherProcessGoesOnFromTheJournal() {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 1, false, 1, 2)).broken("t1");
        WorkflowStub fleet = start(targets, Long.MAX_VALUE);
        awaitStatus(targets, RolloutStatus.PAUSED);
        fleet.terminate("as when its server is gone");
        targets.repair();
        WorkflowStub again = start(
                targets,
                Long.MAX_VALUE,
                Json.mapper().createObjectNode().put("resume", true).put("by", "bob"));
        end(again);
        assertThat(targets.turns()).containsExactly("t0", "t1", "t1", "t2");
        FleetOverview overview = again.query("overview", FleetOverview.class);
        assertThat(overview.status()).isEqualTo(RolloutStatus.SUCCEEDED);
        assertThat(overview.by()).isEqualTo("bob");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "histories.record",
            matches = "true",
            disabledReason = "histories are recorded by hand")
    void record() throws IOException {
        FakeFleet targets = new FakeFleet(folder, FakeFleet.plan(0, 2, true, 1, 3)).broken("t2");
        WorkflowStub fleet = start(targets, Long.MAX_VALUE);
        awaitStatus(targets, RolloutStatus.PAUSED);
        targets.repair();
        decide(fleet, "continue");
        end(fleet);
        String json = environment.getWorkflowClient().fetchHistory("many-1").toJson(true);
        Files.writeString(
                Path.of("src/test/resources/histories/fleet-stopped-and-continued.json"),
                json.replaceAll("\"identity\": \"[^\"]*\"", "\"identity\": \"recorded\""));
    }
}
