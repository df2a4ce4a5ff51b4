package io.slipway.activities.badinput;

import io.slipway.activities.build.BuildHandler;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.delete.DeleteHandler;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.diagnose.DiagnoseHandler;
import io.slipway.activities.diagnosis.DiagnosisRules;
import io.slipway.activities.exec.ExecHandler;
import io.slipway.activities.helm.HelmHandler;
import io.slipway.activities.http.HttpHandler;
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
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepActivities.VerbRunner;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.validate.ValidateHandler;
import io.slipway.activities.waitready.WaitReadyHandler;
import io.slipway.model.action.Action;
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
import io.slipway.model.action.Savepoint;
import io.slipway.model.action.Scale;
import io.slipway.model.action.Secret;
import io.slipway.model.action.Sql;
import io.slipway.model.action.TestJob;
import io.slipway.model.action.Validate;
import io.slipway.model.action.WaitReady;
import io.slipway.model.spec.Binder;
import java.nio.file.Path;
import java.util.Map;

/** The verbs of the table, as the worker has them. */
final class Handlers {
    private final Map<String, VerbRunner<?>> verbs;

    Handlers(Clusters clusters) {
        ReadyWaiter waiter = new ReadyWaiter(clusters, Diagnostician.none());
        verbs = Map.ofEntries(
                Map.entry("build", new VerbRunner<>(Build.class, new BuildHandler(clusters, Diagnostician.none()))),
                Map.entry(
                        "diagnose",
                        new VerbRunner<>(
                                Diagnose.class, new DiagnoseHandler(clusters, any -> DiagnosisRules.standard()))),
                Map.entry("validate", new VerbRunner<>(Validate.class, new ValidateHandler(clusters, false))),
                Map.entry("delete", new VerbRunner<>(Delete.class, new DeleteHandler(clusters))),
                Map.entry("deploy", new VerbRunner<>(Deploy.class, new DeployHandler(clusters, waiter))),
                Map.entry("exec", new VerbRunner<>(Exec.class, new ExecHandler(clusters))),
                Map.entry("helm", new VerbRunner<>(Helm.class, new HelmHandler(clusters, waiter))),
                Map.entry("http", new VerbRunner<>(Http.class, new HttpHandler(clusters))),
                Map.entry("lakefs", new VerbRunner<>(Lakefs.class, new LakefsHandler(clusters))),
                Map.entry("notify", new VerbRunner<>(Notify.class, new NotifyHandler(clusters))),
                Map.entry("patch", new VerbRunner<>(Patch.class, new PatchHandler(clusters))),
                Map.entry("preflight", new VerbRunner<>(Preflight.class, new PreflightHandler(clusters))),
                Map.entry("reconcile", new VerbRunner<>(Reconcile.class, new ReconcileHandler(clusters))),
                Map.entry("restart", new VerbRunner<>(Restart.class, new RestartHandler(clusters, waiter))),
                Map.entry("route", new VerbRunner<>(Route.class, new RouteHandler(clusters))),
                Map.entry("secret", new VerbRunner<>(Secret.class, new SecretHandler(clusters))),
                Map.entry(
                        "sql",
                        new VerbRunner<>(
                                Sql.class, new SqlHandler(clusters, new JdbcDrivers(Path.of("target/no-drivers"))))),
                Map.entry("savepoint", new VerbRunner<>(Savepoint.class, new SavepointHandler(clusters))),
                Map.entry("scale", new VerbRunner<>(Scale.class, new ScaleHandler(clusters, waiter))),
                Map.entry(
                        "testJob", new VerbRunner<>(TestJob.class, new TestJobHandler(clusters, Diagnostician.none()))),
                Map.entry("waitReady", new VerbRunner<>(WaitReady.class, new WaitReadyHandler(clusters, waiter))));
    }

    Done run(BadInputCase wrong, StepContext context) throws InterruptedException {
        return run(verbs.get(wrong.verb()), wrong, context);
    }

    private static <A extends Action> Done run(VerbRunner<A> verb, BadInputCase wrong, StepContext context)
            throws InterruptedException {
        return verb.handler().run(Binder.read(verb.type(), context.resolve(wrong.block())), context);
    }
}
