package io.slipway.sandbox.openshift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ContainerRef;
import io.slipway.sandbox.api.Subresources;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code buildconfigs/instantiate}, {@code buildconfigs/instantiatebinary}, {@code builds/clone} and {@code builds/log}. */
public final class OpenShiftSubresources implements Subresources {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectStore store;
    private final BuildInstantiator instantiator;

    public OpenShiftSubresources(ObjectStore store) {
        this.store = store;
        this.instantiator = new BuildInstantiator(store);
    }

    @Override
    public Optional<ObjectNode> create(Target target, Map<String, String> query, byte[] body) {
        if (target.kind().sameResource(Kinds.BUILD_CONFIG)
                && target.subresource().equals("instantiate")) {
            return Optional.of(
                    instantiator.instantiate(target.namespace(), target.name(), parse(body), "Manually triggered"));
        }
        if (target.kind().sameResource(Kinds.BUILD_CONFIG)
                && target.subresource().equals("instantiatebinary")) {
            return Optional.of(instantiator.instantiate(
                    target.namespace(), target.name(), JsonNodeFactory.instance.objectNode(), "Manually triggered"));
        }
        if (target.kind().sameResource(Kinds.BUILD) && target.subresource().equals("clone")) {
            String config = store.view(Kinds.BUILD, target.namespace(), target.name())
                    .map(build ->
                            build.path("status").path("config").path("name").asText())
                    .orElse("");
            return Optional.of(instantiator.instantiate(target.namespace(), config, parse(body), "Manually triggered"));
        }
        return Optional.empty();
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode read = body.length == 0 ? null : JSON.readTree(body);
            return read == null ? JsonNodeFactory.instance.objectNode() : read;
        } catch (JsonProcessingException wrong) {
            throw badRequest(wrong.getOriginalMessage());
        } catch (IOException wrong) {
            throw badRequest(wrong.getMessage());
        }
    }

    private static StatusException badRequest(String why) {
        return new StatusException(
                new Status(400, "BadRequest", "the BuildRequest cannot be read: " + why, Status.Details.NONE));
    }

    @Override
    public Optional<ContainerRef> log(Target target) {
        if (!target.kind().sameResource(Kinds.BUILD)) {
            return Optional.empty();
        }
        return store.view(Kinds.POD, target.namespace(), target.name() + "-build")
                .map(pod -> new ContainerRef(target.namespace(), Meta.name(pod), BuildPods.CONTAINER));
    }
}
