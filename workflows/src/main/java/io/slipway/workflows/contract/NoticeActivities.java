package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.RolloutStatus;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Instant;
import java.util.Map;

/** Tells people or programs that a rollout waits or has ended. */
@ActivityInterface
public interface NoticeActivities {
    /**
     * Sends a notice. A call that is made again sends it again, under the same key, which its receiver can see.
     *
     * @return whether it was taken; a receiver that may take it later fails the activity instead
     */
    @ActivityMethod(name = "SendNotice")
    Sent send(Call call);

    /**
     * A notice.
     *
     * @param key the same for every delivery
     * @param notice the block of the pipeline, in its long form; secrets are markers
     * @param secrets the pipeline's {@code secrets} block: name → source
     * @param namespace where Secrets of the target are
     * @param story what it tells
     */
    record Call(String key, JsonNode notice, Map<String, JsonNode> secrets, String namespace, Story story) {
        public Call {
            secrets = Map.copyOf(secrets);
        }
    }

    /**
     * What a notice tells.
     *
     * @param rollout id of the rollout
     * @param pipeline name of the pipeline
     * @param target name of the target
     * @param simulated whether that is the sandbox
     * @param status what it came to
     * @param step the step that waits; empty for the end
     * @param approval whether that step asks for approval
     * @param looks whether it is a re-validation
     * @param reason why, or empty
     * @param done how many steps are done
     * @param planned how many there are
     * @param started when it started
     * @param at when it came to this
     */
    record Story(
            String rollout,
            String pipeline,
            String target,
            boolean simulated,
            RolloutStatus status,
            String step,
            boolean approval,
            boolean looks,
            String reason,
            int done,
            int planned,
            Instant started,
            Instant at) {}

    /**
     * What became of it.
     *
     * @param delivered whether it was taken
     * @param to where it went, without anything secret
     * @param why what went wrong, or empty
     */
    record Sent(boolean delivered, String to, String why) {}
}
