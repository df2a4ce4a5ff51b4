package io.slipway.worker.fleet;

import io.slipway.activities.store.FleetStore;
import io.slipway.activities.store.Stores;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.workflows.contract.FleetActivities;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Targets that do as the test says: broken ones fail, held ones wait, and every turn is written down. */
final class FakeFleet implements FleetActivities {
    private final FleetStore journals;
    private final FleetPlan plan;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Set<String> ill = ConcurrentHashMap.newKeySet();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private final List<String> turns = new CopyOnWriteArrayList<>();
    private final List<String> looks = new CopyOnWriteArrayList<>();

    FakeFleet(Path folder, FleetPlan plan) {
        this.journals = Stores.in(folder).fleets();
        this.plan = plan;
    }

    /** A plan with waves of these sizes over targets {@code t0}, {@code t1} and so on. */
    static FleetPlan plan(int maxFailures, int parallel, boolean gate, int... sizes) {
        List<FleetPlan.Wave> waves = new ArrayList<>();
        int next = 0;
        for (int size : sizes) {
            List<FleetTarget> targets = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                targets.add(FleetTarget.of("t" + next++));
            }
            waves.add(new FleetPlan.Wave(waves.size() + 1, String.valueOf(size), targets));
        }
        Optional<FleetPlan.Gate> look =
                gate ? Optional.of(new FleetPlan.Gate(Duration.ofMillis(10), true)) : Optional.empty();
        return new FleetPlan("many", "", "small", "", Map.of(), maxFailures, parallel, "fail", look, waves);
    }

    FakeFleet broken(String... targets) {
        broken.addAll(List.of(targets));
        return this;
    }

    /** Rolled out well, and found ill at the gate. */
    FakeFleet ill(String... targets) {
        ill.addAll(List.of(targets));
        return this;
    }

    FakeFleet held(String... targets) {
        held.addAll(List.of(targets));
        return this;
    }

    void repair() {
        broken.clear();
        ill.clear();
    }

    void letGo() {
        held.clear();
    }

    void letGo(List<String> targets) {
        held.removeAll(targets);
    }

    /** The targets that took a turn, in order, with repetitions. */
    List<String> turns() {
        return List.copyOf(turns);
    }

    /** The targets that a gate looked at. */
    List<String> looks() {
        return List.copyOf(looks);
    }

    /** The rollouts that were asked to stop. */
    Set<String> stopped() {
        return Set.copyOf(stopped);
    }

    FleetJournal journal(String id) {
        return journals.journal(id);
    }

    @Override
    public Prepared prepare(Request request) {
        boolean goesOn = request.continued() || request.input().path("resume").asBoolean();
        if (!goesOn && !request.input().path("fleet").asText().equals(plan.fleet())) {
            return Prepared.refused(List.of("there is no such fleet", "nor any other"));
        }
        FleetJournal journal = goesOn ? journals.journal(request.id()) : new FleetJournal(request.id());
        return new Prepared(
                List.of(),
                plan.hash(),
                Optional.of(plan),
                journal.targets(),
                plan.waves().stream()
                        .map(FleetPlan.Wave::number)
                        .filter(journal::passed)
                        .toList(),
                Optional.of(journal.status()),
                journal.pausing(),
                true,
                1);
    }

    @Override
    public void record(Batch batch) {
        journals.append(batch.id(), batch.events());
    }

    @Override
    public TargetEnd rollOut(TargetCall call) {
        turns.add(call.target());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !held.contains(call.target()) || stopped.contains(call.rollout()));
        return broken.contains(call.target()) || stopped.contains(call.rollout())
                ? new TargetEnd(false, "it is broken", "repair it")
                : new TargetEnd(true, "", "");
    }

    @Override
    public TargetEnd look(TargetCall call) {
        looks.add(call.target());
        return ill.contains(call.target())
                ? new TargetEnd(false, "check 'it is well' failed", "cure it")
                : new TargetEnd(true, "", "");
    }

    @Override
    public void cancel(List<String> rollouts, String reason) {
        stopped.addAll(rollouts);
    }
}
