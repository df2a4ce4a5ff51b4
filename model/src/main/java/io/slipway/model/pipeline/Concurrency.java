package io.slipway.model.pipeline;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.ShortForm;

/** Keeps two rollouts apart. */
@Doc(
        "Prevents two rollouts of one group from running at the same time. By default each pipeline on a target is a group.")
@ShortForm("group")
public record Concurrency(
        @Doc("Name of the group.") String group,
        @Doc("What a second rollout does.") @Default("fail") OnConflict onConflict) {

    /** What a second rollout does. */
    public enum OnConflict {
        @Doc("It fails and names the holder.")
        FAIL,
        @Doc("It waits until the group is free.")
        QUEUE,
        @Doc("It cancels the first and takes the group.")
        CANCEL
    }
}
