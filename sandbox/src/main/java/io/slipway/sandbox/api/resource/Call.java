package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.authn.UserInfo;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.request.RequestInfo;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.ServedKind;
import io.slipway.sandbox.store.WriteMode;

/**
 * A request for a stored kind.
 *
 * @param exchange the request and its answer
 * @param info what it asks for
 * @param user who asks
 * @param served the kind
 */
public record Call(Exchange exchange, RequestInfo info, UserInfo user, ServedKind served) {

    /**
     * The kind in the version objects are stored in.
     *
     * @return the kind
     */
    public ResourceKind kind() {
        return served.kind();
    }

    /**
     * The namespace of the objects asked for.
     *
     * @return the namespace, empty for all and for cluster-scoped kinds
     */
    public String namespace() {
        return kind().namespaced() ? info.namespace() : "";
    }

    /**
     * The version asked for, as objects carry it.
     *
     * @return such as {@code apps/v1}
     */
    public String apiVersion() {
        return info.group().isEmpty() ? info.version() : info.group() + "/" + info.version();
    }

    /**
     * Whether the answer is only what would happen.
     *
     * @return dry run or not
     */
    WriteMode mode() {
        return exchange.queryAll("dryRun").contains("All") ? WriteMode.DRY_RUN : WriteMode.COMMIT;
    }

    /**
     * The object in the version asked for.
     *
     * @param stored a stored object, not modified
     * @return the object itself when it is in that version
     */
    ObjectNode inVersion(ObjectNode stored) {
        if (stored.path("apiVersion").asText().equals(apiVersion())) {
            return stored;
        }
        ObjectNode copy = stored.objectNode();
        copy.setAll(stored);
        return copy.put("apiVersion", apiVersion());
    }
}
