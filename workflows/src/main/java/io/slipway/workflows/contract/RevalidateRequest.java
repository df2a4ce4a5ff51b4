package io.slipway.workflows.contract;

/**
 * What a rollout left is to be looked at again; nothing is changed.
 *
 * @param head whether the checks are those of the pipeline as it is now, and not those of the rollout's plan
 * @param of id of the rollout; empty for the last one of the pipeline on the target that succeeded
 */
public record RevalidateRequest(boolean head, String of) {
    public RevalidateRequest {
        of = of == null ? "" : of;
    }
}
