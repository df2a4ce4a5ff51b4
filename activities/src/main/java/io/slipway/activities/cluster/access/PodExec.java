package io.slipway.activities.cluster.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ClientErrors;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs commands in containers. A command that is cancelled or overdue is left to itself: Kubernetes has no way to stop
 * it.
 */
public final class PodExec {
    private static final int MOST_BYTES = 256 * 1024;

    private final Cluster cluster;

    /** Runs commands in pods of this cluster. */
    public PodExec(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What a command in a pod asks. */
    public static Calls calls(Cluster cluster, String namespace) throws InterruptedException {
        return StreamRights.of(cluster, "exec", namespace)
                .and(Calls.on(Cluster.PODS, namespace, "get")); // the client looks for its containers
    }

    /**
     * Runs a command and waits for its end.
     *
     * @throws CutOff when the connection ended before it did
     * @throws StepFailure when it could not be started or took too long; an exit code is a result
     */
    public ExecResult run(ExecCall call) throws InterruptedException {
        CappedOutput out = new CappedOutput(MOST_BYTES, call.onLine());
        CappedOutput err = new CappedOutput(MOST_BYTES, call.onLine());
        LastWord last = new LastWord();
        try (ExecWatch watch = start(call, out, err, last)) {
            call.stdin().ifPresent(text -> feed(watch, text));
            int code = await(call, watch.exitCode(), last);
            out.close();
            err.close();
            return new ExecResult(code, out.text(), err.text(), out.capped() || err.capped());
        } catch (KubernetesClientException e) {
            throw failure(e, call.argv().getFirst() + " in " + call.in().display());
        }
    }

    /** Without an answer of the server it is not known what became of the command. */
    private static StepFailure failure(Throwable error, String what) {
        ApiException api = ClientErrors.asApi(error);
        StepFailure failure = api.failure("run " + what);
        return api.code() == 0 ? new CutOff(failure.failure()) : failure;
    }

    private ExecWatch start(ExecCall call, CappedOutput out, CappedOutput err, LastWord last) {
        var container = cluster.client()
                .pods()
                .inNamespace(call.in().namespace())
                .withName(call.in().pod())
                .inContainer(call.in().container());
        String[] argv = call.asked().toArray(String[]::new);
        return call.stdin().isPresent()
                ? container
                        .redirectingInput()
                        .writingOutput(out)
                        .writingError(err)
                        .usingListener(last)
                        .exec(argv)
                : container
                        .writingOutput(out)
                        .writingError(err)
                        .usingListener(last)
                        .exec(argv);
    }

    private static void feed(ExecWatch watch, String text) {
        try {
            watch.getInput().write(text.getBytes(UTF_8));
            watch.getInput().flush();
        } catch (IOException e) {
            // it may have ended without reading all of it: its exit code tells
        }
    }

    private static int await(ExecCall call, CompletableFuture<Integer> exit, LastWord last)
            throws InterruptedException {
        String what = call.argv().getFirst() + " in " + call.in().display();
        try {
            Integer code = exit.get(call.limit().toMillis(), TimeUnit.MILLISECONDS);
            if ((code == null || code < 0) && !last.message().isEmpty()) {
                throw StepFailure.of(
                        what + " could not be started",
                        last.message(),
                        "check that the container's image has the program");
            }
            if (code == null || code < 0) {
                throw new CutOff(Failure.of(
                        what + " was cut off",
                        "the connection to the container was lost before the command ended",
                        "check whether the pod was restarted, then retry"));
            }
            return code;
        } catch (TimeoutException e) {
            throw StepFailure.of(
                    what + " did not end in " + call.limit().toSeconds() + " s",
                    "the command is still running or hangs; it was left running in the container",
                    "raise the step's timeout, or make the command exit");
        } catch (ExecutionException e) {
            throw failure(e.getCause(), what);
        }
    }
}
