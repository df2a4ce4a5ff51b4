package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.slipway.activities.bundle.Bundles;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.notify.NoticeActivitiesImpl;
import io.slipway.activities.preview.ApprovalActivitiesImpl;
import io.slipway.activities.preview.ClusterForesight;
import io.slipway.activities.rollout.Foresight;
import io.slipway.activities.rollout.GroupActivitiesImpl;
import io.slipway.activities.rollout.GroupLocks;
import io.slipway.activities.rollout.JournalActivitiesImpl;
import io.slipway.activities.rollout.KeepActivitiesImpl;
import io.slipway.activities.rollout.LeaseGroupLocks;
import io.slipway.activities.rollout.LocalGroupLocks;
import io.slipway.activities.rollout.PlanActivitiesImpl;
import io.slipway.activities.rollout.Planning;
import io.slipway.activities.rollout.PruneActivitiesImpl;
import io.slipway.activities.rollout.SentPlanning;
import io.slipway.activities.step.StepActivities;
import io.slipway.activities.step.StepServices;
import io.slipway.activities.store.FleetStore;
import io.slipway.activities.store.JournalStore;
import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.StepResult;
import io.slipway.worker.fleet.FleetActivitiesImpl;
import io.slipway.worker.fleet.TargetRollouts;
import io.slipway.worker.groups.AskedServer;
import io.slipway.worker.groups.LearnedMark;
import io.slipway.worker.groups.ServerMark;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.worker.settings.WorkSettings;
import io.slipway.workflows.contract.ApprovalActivities;
import io.slipway.workflows.contract.FleetActivities;
import io.slipway.workflows.contract.PlanActivities;
import io.slipway.workflows.contract.PruneActivities;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.Map;

/** The rollout workflow's own activities, and the worker that serves all. */
final class RolloutModule extends AbstractModule {
    @Provides
    @Singleton
    Clusters clusters() {
        return new Clusters();
    }

    @Provides
    @Singleton
    GroupLocks locks(
            EngineSettings settings,
            WorkSettings work,
            WorkflowClient client,
            StepServices services,
            Clusters clusters) {
        return work.verbs().isPresent()
                ? new LocalGroupLocks() // verbs of a test have no cluster behind them
                : new LeaseGroupLocks(services, clusters, new AskedServer(client, mark(settings, work)));
    }

    private static ServerMark mark(EngineSettings settings, WorkSettings work) {
        return work.mark().orElseGet(() -> LearnedMark.of(settings.service(), settings.namespace()));
    }

    @Provides
    @Singleton
    PruneActivities prune(WorkSettings work, StepServices services, Clusters clusters) {
        return work.verbs().isPresent()
                ? leftovers -> StepResult.succeeded("", Map.of())
                : new PruneActivitiesImpl(services, clusters);
    }

    @Provides
    @Singleton
    ApprovalActivities approvals(WorkSettings work, StepServices services, Clusters clusters) {
        return work.verbs().isPresent()
                ? question -> Ahead.NOTHING // verbs of a test have no cluster behind them
                : new ApprovalActivitiesImpl(services, clusters);
    }

    @Provides
    @Singleton
    PlanActivities plans(WorkSettings work, WorkflowClient client, StepServices services, Clusters clusters) {
        boolean attributes = SearchAttributeRegistration.on(client).known();
        Foresight foresight = work.verbs().isPresent()
                ? Foresight.NONE // verbs of a test have no cluster behind them
                : new ClusterForesight(clusters, services.environment());
        Planning planning = new SentPlanning(work.planning(), new Bundles(services.blobs()));
        return new PlanActivitiesImpl(services, planning, foresight, attributes);
    }

    @Provides
    @Singleton
    FleetActivities fleets(
            EngineSettings settings,
            WorkSettings work,
            WorkflowClient client,
            FleetStore journals,
            StepServices services,
            Clusters clusters) {
        TargetRollouts rollouts = new TargetRollouts(
                client,
                settings.taskQueue(),
                services.journals(),
                target -> services.targets().release(target, clusters::forget));
        return new FleetActivitiesImpl(work.fleets(), journals, services.blobs(), services.targets(), rollouts);
    }

    @Provides
    @Singleton
    RolloutWorker worker(
            EngineSettings settings,
            WorkSettings work,
            WorkflowClient client,
            StepServices services,
            StepActivities steps,
            JournalStore journals,
            GroupLocks locks,
            PruneActivities prune,
            PlanActivities plans,
            ApprovalActivities approvals,
            FleetActivities fleets) {
        return new RolloutWorker(
                settings.taskQueue(),
                work.sticky(),
                client,
                List.of(
                        steps,
                        plans,
                        approvals,
                        new JournalActivitiesImpl(journals),
                        new KeepActivitiesImpl(services),
                        new GroupActivitiesImpl(locks),
                        new NoticeActivitiesImpl(services),
                        prune,
                        fleets));
    }
}
