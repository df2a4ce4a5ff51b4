package io.slipway.activities.preview;

import io.slipway.activities.build.BuildHandler;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.delete.DeleteHandler;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.diagnose.DiagnoseHandler;
import io.slipway.activities.exec.ExecHandler;
import io.slipway.activities.helm.HelmHandler;
import io.slipway.activities.http.HttpHandler;
import io.slipway.activities.job.RunJobHandler;
import io.slipway.activities.job.TestJobHandler;
import io.slipway.activities.lakefs.LakefsHandler;
import io.slipway.activities.notify.NotifyHandler;
import io.slipway.activities.patch.PatchHandler;
import io.slipway.activities.preflight.PreflightHandler;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reconcile.ReconcileHandler;
import io.slipway.activities.restart.RestartHandler;
import io.slipway.activities.route.RouteHandler;
import io.slipway.activities.savepoint.SavepointHandler;
import io.slipway.activities.scale.ScaleHandler;
import io.slipway.activities.secret.SecretHandler;
import io.slipway.activities.sql.SqlHandler;
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
import io.slipway.model.action.RunJob;
import io.slipway.model.action.Savepoint;
import io.slipway.model.action.Scale;
import io.slipway.model.action.Secret;
import io.slipway.model.action.Sql;
import io.slipway.model.action.TestJob;
import io.slipway.model.action.Validate;
import io.slipway.model.action.WaitReady;

/** What each verb asks of the API server, as its handler says. The compiler asks for that of a new verb. */
final class StepRights {
    private StepRights() {}

    static Calls of(Action action, Cluster cluster, StepContext context) throws InterruptedException {
        try (Reach reach = Reach.of(cluster, context)) {
            return of(action, reach);
        }
    }

    private static Calls of(Action action, Reach reach) throws InterruptedException {
        return switch (action) {
            case Preflight preflight -> PreflightHandler.calls(preflight, reach);
            case Build build -> BuildHandler.calls(build, reach);
            case Deploy deploy -> DeployHandler.calls(deploy, reach);
            case WaitReady wait -> WaitReadyHandler.calls(wait, reach);
            case Route route -> RouteHandler.calls(route, reach);
            case Validate validate -> ValidateHandler.calls(validate, reach);
            case TestJob test -> TestJobHandler.calls(test, reach);
            case RunJob run -> RunJobHandler.calls(run, reach);
            case Exec exec -> ExecHandler.calls(exec, reach);
            case Http http -> HttpHandler.calls(http, reach);
            case Sql sql -> SqlHandler.calls(sql, reach);
            case Secret secret -> SecretHandler.calls(secret, reach);
            case Delete delete -> DeleteHandler.calls(delete, reach);
            case Diagnose diagnose -> DiagnoseHandler.calls(diagnose, reach);
            case Scale scale -> ScaleHandler.calls(scale, reach);
            case Restart restart -> RestartHandler.calls(restart, reach);
            case Patch patch -> PatchHandler.calls(patch, reach);
            case Savepoint savepoint -> SavepointHandler.calls(savepoint, reach);
            case Reconcile reconcile -> ReconcileHandler.calls(reconcile, reach);
            case Notify notify -> NotifyHandler.calls(notify, reach);
            case Helm helm -> HelmHandler.calls(helm, reach);
            case Lakefs lakefs -> LakefsHandler.calls(lakefs, reach);
            case Action.Control control -> Calls.NONE;
        };
    }
}
