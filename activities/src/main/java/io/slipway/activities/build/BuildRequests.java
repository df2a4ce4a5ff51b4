package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.model.action.Build;
import io.slipway.workflows.contract.StepTask;

/** What is posted to a BuildConfig's {@code instantiate}; its labels go over to the Build. */
final class BuildRequests {
    private BuildRequests() {}

    static JsonNode of(Build action, StepTask task) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("apiVersion", "build.openshift.io/v1").put("kind", "BuildRequest");
        request.putObject("metadata").put("name", action.buildConfig());
        Owner.of(task).label(request, task);
        request.putArray("triggeredBy").addObject().put("message", "Slipway rollout " + task.rollout());
        action.commit()
                .ifPresent(commit -> request.putObject("revision")
                        .put("type", "Git")
                        .putObject("git")
                        .put("commit", commit));
        if (!action.env().isEmpty()) {
            ArrayNode env = request.putArray("env");
            action.env()
                    .forEach((name, value) -> env.addObject().put("name", name).put("value", value));
        }
        return request;
    }
}
