package io.slipway.sandbox.faults;

/** Where a fault acts: on requests to the API server, or on what moves in the cluster. */
public enum FaultScope {
    /** The API server answers requests differently. */
    API,
    /** Pods and the controllers above them. */
    POD,
    /** Objects other than pods: services, claims, routes, builds, nodes. */
    OBJECT,
    /** What runs inside pods: Flink, Spark, MinIO, Nessie. */
    APPLICATION
}
