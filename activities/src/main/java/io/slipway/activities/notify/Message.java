package io.slipway.activities.notify;

import io.slipway.activities.step.StepContext;
import io.slipway.workflows.contract.StepTask;

/**
 * A message on its way out.
 *
 * @param key the same for every delivery of one try, so that whoever gets it twice can tell
 * @param text what it says, without values of secrets
 * @param task the step it comes from
 */
record Message(String key, String text, StepTask task) {
    static Message of(String text, StepContext context) {
        return new Message(context.task().shortKey(), context.masker().mask(text), context.task());
    }

    /** A line that says where the message comes from. */
    String subject() {
        return task.pipeline() + ": " + task.step();
    }
}
