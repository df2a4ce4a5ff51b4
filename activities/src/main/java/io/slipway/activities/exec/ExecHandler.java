package io.slipway.activities.exec;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.evidence.SeenValues;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.Recorder;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Exec;
import io.slipway.model.spec.Late;

/**
 * The verb {@code exec}. A command cannot be followed once the connection to it is lost; when a worker is lost while it
 * runs, the next one runs it again and says so. Commands are best written so that running them twice does no harm.
 */
public final class ExecHandler implements VerbHandler<Exec> {
    private static final String STARTED = "started";

    private final Clusters clusters;

    /** A handler for steps at these clusters. */
    public ExecHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Exec action, Reach reach) throws InterruptedException {
        return reach.callsToRun(new Where(action.of(), action.selector(), action.container()));
    }

    @Override
    public Done run(Exec exec, StepContext context) throws InterruptedException {
        Where where = new Where(exec.of(), exec.selector(), exec.container());
        try (Reach reach = Reach.of(clusters, context)) {
            PodRef pod = reach.pod(where);
            announce(pod, context);
            ExecResult result = followed(exec, pod, reach);
            judge(exec, pod, result, context);
            String stdout = Excerpt.cut(context.masker().mask(result.stdout()), Excerpt.OUTPUT);
            return Done.of(
                    "the command in " + pod.display() + " exited with " + result.exitCode(),
                    new Exec.Outputs(result.exitCode(), stdout));
        }
    }

    private static void announce(PodRef pod, StepContext context) {
        String before = context.remembered().get(STARTED);
        if (before != null) {
            context.recorder()
                    .warning("the worker was lost while the command was running in " + before + "; it is run again");
        }
        context.remember(STARTED, pod.display());
        context.progress("the command is running in " + pod.display());
    }

    private static ExecResult followed(Exec exec, PodRef pod, Reach reach) throws InterruptedException {
        try (Recorder.LogSink log = reach.context().recorder().log(pod.display() + " exec")) {
            return reach.commands().run(pod, exec.command().argv(), exec.stdin(), log::line);
        }
    }

    private static void judge(Exec exec, PodRef pod, ExecResult result, StepContext context) {
        if (exec.expect().isEmpty()) {
            if (!result.ok()) {
                throw failure(pod, context.masker().mask(ExecSeen.cause(result)));
            }
            return;
        }
        Late expect = exec.expect().get();
        if (!context.holds(expect, ExecSeen.values(result))) {
            String values = new SeenValues(context.masker()::mask).of(expect.source(), ExecSeen.values(result));
            throw failure(
                    pod,
                    "expected " + expect.source() + "; " + values
                            + (result.ok() ? "" : "; " + context.masker().mask(ExecSeen.cause(result))));
        }
    }

    private static StepFailure failure(PodRef pod, String cause) {
        return StepFailure.of(
                "the command in " + pod.display() + " failed",
                cause,
                "run it by hand to see its full output: kubectl exec -n " + pod.namespace() + " " + pod.pod() + " -c "
                        + pod.container() + " -- …");
    }
}
