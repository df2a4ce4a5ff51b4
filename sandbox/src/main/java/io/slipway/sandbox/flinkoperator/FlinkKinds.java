package io.slipway.sandbox.flinkoperator;

import io.slipway.sandbox.store.ResourceKind;

/** The operator's kinds, and what it leaves on them. */
final class FlinkKinds {
    static final ResourceKind DEPLOYMENT =
            new ResourceKind("flink.apache.org", "v1beta1", "FlinkDeployment", "flinkdeployments", true);
    static final ResourceKind SESSION_JOB =
            new ResourceKind("flink.apache.org", "v1beta1", "FlinkSessionJob", "flinksessionjobs", true);
    static final String DEPLOYMENT_FINALIZER = "flinkdeployments.flink.apache.org/finalizer";
    static final String SESSION_JOB_FINALIZER = "flinksessionjobs.flink.apache.org/finalizer";

    /** What the name of the operator's image ends with. */
    static final String IMAGE = "flink-kubernetes-operator";

    private FlinkKinds() {}
}
