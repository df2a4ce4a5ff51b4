package io.slipway.worker.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoMap;
import com.google.inject.multibindings.StringMapKey;
import io.slipway.activities.build.BuildHandler;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.delete.DeleteHandler;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.diagnose.DiagnoseHandler;
import io.slipway.activities.diagnosis.collect.PipelineRules;
import io.slipway.activities.diagnosis.collect.RuleDiagnostician;
import io.slipway.activities.exec.ExecHandler;
import io.slipway.activities.helm.HelmHandler;
import io.slipway.activities.http.HttpHandler;
import io.slipway.activities.job.RunJobHandler;
import io.slipway.activities.job.TestJobHandler;
import io.slipway.activities.lakefs.LakefsHandler;
import io.slipway.activities.notify.NotifyHandler;
import io.slipway.activities.patch.PatchHandler;
import io.slipway.activities.preflight.PreflightHandler;
import io.slipway.activities.reconcile.ReconcileHandler;
import io.slipway.activities.restart.RestartHandler;
import io.slipway.activities.route.RouteHandler;
import io.slipway.activities.savepoint.SavepointHandler;
import io.slipway.activities.scale.ScaleHandler;
import io.slipway.activities.secret.SecretHandler;
import io.slipway.activities.sql.SqlHandler;
import io.slipway.activities.sql.jdbc.JdbcDrivers;
import io.slipway.activities.step.StepActivities.VerbRunner;
import io.slipway.activities.validate.ValidateHandler;
import io.slipway.activities.waitready.WaitReadyHandler;
import io.slipway.model.action.Build;
import io.slipway.model.action.Delete;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Diagnose;
import io.slipway.model.action.Exec;
import io.slipway.model.action.Helm;
import io.slipway.model.action.Http;
import io.slipway.model.action.Lakefs;
import io.slipway.model.action.Notify;
import io.slipway.model.action.Patch;
import io.slipway.model.action.Preflight;
import io.slipway.model.action.Reconcile;
import io.slipway.model.action.Restart;
import io.slipway.model.action.Route;
import io.slipway.model.action.RunJob;
import io.slipway.model.action.Savepoint;
import io.slipway.model.action.Scale;
import io.slipway.model.action.Secret;
import io.slipway.model.action.Sql;
import io.slipway.model.action.TestJob;
import io.slipway.model.action.Validate;
import io.slipway.model.action.WaitReady;

/** The verbs, a binding each. A test says which is missing. */
final class VerbsModule extends AbstractModule {
    @Provides
    @Singleton
    ReadyWaiter waiter(Clusters clusters, Diagnostician diagnostician) {
        return new ReadyWaiter(clusters, diagnostician);
    }

    @Provides
    @Singleton
    PipelineRules rules() {
        return new PipelineRules();
    }

    @Provides
    @Singleton
    Diagnostician diagnostician(Clusters clusters, PipelineRules rules) {
        return new RuleDiagnostician(clusters, rules);
    }

    @ProvidesIntoMap
    @StringMapKey("deploy")
    VerbRunner<?> deploy(Clusters clusters, ReadyWaiter waiter) {
        return new VerbRunner<>(Deploy.class, new DeployHandler(clusters, waiter));
    }

    @ProvidesIntoMap
    @StringMapKey("waitReady")
    VerbRunner<?> waitReady(Clusters clusters, ReadyWaiter waiter) {
        return new VerbRunner<>(WaitReady.class, new WaitReadyHandler(clusters, waiter));
    }

    @ProvidesIntoMap
    @StringMapKey("delete")
    VerbRunner<?> delete(Clusters clusters) {
        return new VerbRunner<>(Delete.class, new DeleteHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("secret")
    VerbRunner<?> secret(Clusters clusters) {
        return new VerbRunner<>(Secret.class, new SecretHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("build")
    VerbRunner<?> build(Clusters clusters, Diagnostician diagnostician) {
        return new VerbRunner<>(Build.class, new BuildHandler(clusters, diagnostician));
    }

    @ProvidesIntoMap
    @StringMapKey("route")
    VerbRunner<?> route(Clusters clusters) {
        return new VerbRunner<>(Route.class, new RouteHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("validate")
    VerbRunner<?> validate(Clusters clusters) {
        return new VerbRunner<>(Validate.class, new ValidateHandler(clusters, false));
    }

    @ProvidesIntoMap
    @StringMapKey("exec")
    VerbRunner<?> exec(Clusters clusters) {
        return new VerbRunner<>(Exec.class, new ExecHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("http")
    VerbRunner<?> http(Clusters clusters) {
        return new VerbRunner<>(Http.class, new HttpHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("sql")
    VerbRunner<?> sql(Clusters clusters) {
        return new VerbRunner<>(Sql.class, new SqlHandler(clusters, JdbcDrivers.standard()));
    }

    @ProvidesIntoMap
    @StringMapKey("testJob")
    VerbRunner<?> testJob(Clusters clusters, Diagnostician diagnostician) {
        return new VerbRunner<>(TestJob.class, new TestJobHandler(clusters, diagnostician));
    }

    @ProvidesIntoMap
    @StringMapKey("runJob")
    VerbRunner<?> runJob(Clusters clusters, Diagnostician diagnostician) {
        return new VerbRunner<>(RunJob.class, new RunJobHandler(clusters, diagnostician));
    }

    @ProvidesIntoMap
    @StringMapKey("diagnose")
    VerbRunner<?> diagnose(Clusters clusters, PipelineRules rules) {
        return new VerbRunner<>(Diagnose.class, new DiagnoseHandler(clusters, rules));
    }

    @ProvidesIntoMap
    @StringMapKey("preflight")
    VerbRunner<?> preflight(Clusters clusters) {
        return new VerbRunner<>(Preflight.class, new PreflightHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("notify")
    VerbRunner<?> notify(Clusters clusters) {
        return new VerbRunner<>(Notify.class, new NotifyHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("scale")
    VerbRunner<?> scale(Clusters clusters, ReadyWaiter waiter) {
        return new VerbRunner<>(Scale.class, new ScaleHandler(clusters, waiter));
    }

    @ProvidesIntoMap
    @StringMapKey("restart")
    VerbRunner<?> restart(Clusters clusters, ReadyWaiter waiter) {
        return new VerbRunner<>(Restart.class, new RestartHandler(clusters, waiter));
    }

    @ProvidesIntoMap
    @StringMapKey("patch")
    VerbRunner<?> patch(Clusters clusters) {
        return new VerbRunner<>(Patch.class, new PatchHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("savepoint")
    VerbRunner<?> savepoint(Clusters clusters) {
        return new VerbRunner<>(Savepoint.class, new SavepointHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("helm")
    VerbRunner<?> helm(Clusters clusters, ReadyWaiter waiter) {
        return new VerbRunner<>(Helm.class, new HelmHandler(clusters, waiter));
    }

    @ProvidesIntoMap
    @StringMapKey("lakefs")
    VerbRunner<?> lakefs(Clusters clusters) {
        return new VerbRunner<>(Lakefs.class, new LakefsHandler(clusters));
    }

    @ProvidesIntoMap
    @StringMapKey("reconcile")
    VerbRunner<?> reconcile(Clusters clusters) {
        return new VerbRunner<>(Reconcile.class, new ReconcileHandler(clusters));
    }
}
