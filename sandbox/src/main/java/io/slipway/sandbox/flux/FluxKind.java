package io.slipway.sandbox.flux;

import io.slipway.sandbox.store.ResourceKind;

/** The kinds of Flux that are simulated, with the controller that carries each. */
public enum FluxKind {
    GIT_REPOSITORY("source", "v1", "GitRepository", "gitrepositories"),
    OCI_REPOSITORY("source", "v1", "OCIRepository", "ocirepositories"),
    HELM_REPOSITORY("source", "v1", "HelmRepository", "helmrepositories"),
    BUCKET("source", "v1", "Bucket", "buckets"),
    KUSTOMIZATION("kustomize", "v1", "Kustomization", "kustomizations"),
    HELM_RELEASE("helm", "v2", "HelmRelease", "helmreleases");

    private final String toolkit;
    private final String version;
    private final String kind;
    private final String plural;

    FluxKind(String toolkit, String version, String kind, String plural) {
        this.toolkit = toolkit;
        this.version = version;
        this.kind = kind;
        this.plural = plural;
    }

    ResourceKind resource() {
        return new ResourceKind(toolkit + ".toolkit.fluxcd.io", version, kind, plural, true);
    }

    /** Name of the controller's image. */
    String controller() {
        return toolkit.equals("source")
                ? "source-controller"
                : toolkit.equals("kustomize") ? "kustomize-controller" : "helm-controller";
    }

    boolean isSource() {
        return toolkit.equals("source");
    }

    /** What its controller says when it is done. */
    String done() {
        return switch (this) {
            case KUSTOMIZATION -> "ReconciliationSucceeded";
            case HELM_RELEASE -> "InstallSucceeded";
            case GIT_REPOSITORY, OCI_REPOSITORY, HELM_REPOSITORY, BUCKET -> "Succeeded";
        };
    }
}
