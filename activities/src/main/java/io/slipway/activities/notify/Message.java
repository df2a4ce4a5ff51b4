package io.slipway.activities.notify;

import io.slipway.activities.step.StepContext;
import java.util.Map;

/**
 * A message on its way out.
 *
 * @param key the same for every delivery, so that whoever gets it twice can tell
 * @param subject a line that says where it comes from
 * @param text what it says, without values of secrets
 * @param facts what programs are told beside the text
 */
record Message(String key, String subject, String text, Map<String, String> facts) {
    Message {
        facts = Map.copyOf(facts);
    }

    /** The message of a step. */
    static Message of(String text, StepContext context) {
        var task = context.task();
        return new Message(
                task.shortKey(),
                task.pipeline() + ": " + task.step(),
                context.masker().mask(text),
                Map.of(
                        "pipeline", task.pipeline(),
                        "rollout", task.rollout(),
                        "step", task.step(),
                        "target", task.target()));
    }
}
