package io.slipway.model.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Verb;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls any Temporal activity, in any language.
 *
 * <pre>{@code
 * activity: { type: RegisterDataset, taskQueue: catalog, input: { name: events } }
 * }</pre>
 */
@Doc("Calls any activity type on any task queue, in any language; its result becomes the step's outputs.")
@Verb(dynamicOutputs = true, retries = false)
@Key("activity")
public record CallActivity(
        @Doc("Activity type.") String type,
        @Doc("Task queue of the workers that implement it.") String taskQueue,
        @Doc("Its single argument, sent as JSON.") Optional<JsonNode> input,

        @Doc("Heartbeat timeout, if the activity sends heartbeats.")
        Optional<Duration> heartbeat)
        implements Action.Control {}
