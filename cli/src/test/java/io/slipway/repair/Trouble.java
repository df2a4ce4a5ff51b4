package io.slipway.repair;

import java.util.Optional;

/** What goes wrong in the pipeline of 60 steps, in the order of its stages, and how it is mended. */
enum Trouble {
    IMAGE_PULL("t01-ready", "deployment/t01-app: ImagePullBackOff"),
    CRASH_LOOP("t02-ready", "deployment/t02-app: CrashLoopBackOff(1, boom)"),
    QUOTA("t03-ready", "deployment/t03-app: QuotaExceeded(compute)"),
    FAILED_BUILD("t04-build", "build/t04*: BuildFailed(DockerBuildFailed)"),
    /** Another manager owns a field; the step is amended to take it. */
    CONFLICT("t05-config"),
    /** The pods get ready only after the step has given up; it is amended to have more time. */
    SLOW_READINESS("t06-ready", "deployment/t06-app: NotReady", true),
    FORBIDDEN("t07-config", "configmap/t07-config: ApiError(403)"),
    POD_SECURITY("t08-ready", "deployment/t08-app: SccDenied"),
    FAILING_JOB("t09-job", "job/t09*: CrashLoopBackOff(1, no input)"),
    /** The check expects something else than what was deployed. */
    WRONG_CHECK("t10-check"),
    /** The API server refuses the manifest. */
    WRONG_MANIFEST("t11-service"),
    /** The pods need a Secret that nobody made; a step that makes it is put in. */
    MISSING_SECRET("t12-ready");

    private final String step;
    private final Optional<String> fault;
    private final boolean amended;

    Trouble(String step) {
        this(step, Optional.empty(), true);
    }

    Trouble(String step, String fault) {
        this(step, Optional.of(fault), false);
    }

    Trouble(String step, String fault, boolean amended) {
        this(step, Optional.of(fault), amended);
    }

    Trouble(String step, Optional<String> fault, boolean amended) {
        this.step = step;
        this.fault = fault;
        this.amended = amended;
    }

    /** The step that fails. */
    String step() {
        return step;
    }

    /** The fault of the sandbox; empty when the pipeline or the cluster's content is what is wrong. */
    Optional<String> fault() {
        return fault;
    }

    /** Whether the pipeline is corrected; else the cause is taken away and the step tried again. */
    boolean isAmended() {
        return amended;
    }
}
