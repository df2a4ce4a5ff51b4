package io.slipway.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.ResourceKind;
import java.util.Map;
import java.util.Optional;

/** Subresources that an extension serves, such as {@code buildconfigs/instantiate} and {@code builds/log}. */
public interface Subresources {

    /** Serves none. */
    Subresources NONE = new Subresources() {};

    /**
     * Answers a POST to a subresource.
     *
     * @param target the object's kind, namespace and name, and the subresource
     * @param query the parameters of the request
     * @param body what was sent, JSON or binary
     * @return the object to answer with 201, empty when this subresource is not served
     * @throws io.slipway.sandbox.store.StatusException when it is refused
     */
    default Optional<ObjectNode> create(Target target, Map<String, String> query, byte[] body) {
        return Optional.empty();
    }

    /**
     * The container whose log is the log of an object.
     *
     * @param target the object; its subresource is {@code log}
     * @return the container, empty when there is none (yet)
     */
    default Optional<ContainerRef> log(Target target) {
        return Optional.empty();
    }

    /**
     * A subresource of an object.
     *
     * @param kind the object's kind
     * @param namespace its namespace
     * @param name its name
     * @param subresource such as {@code instantiate}
     */
    record Target(ResourceKind kind, String namespace, String name, String subresource) {}
}
