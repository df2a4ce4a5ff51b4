package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.defaults.Defaults;
import io.slipway.sandbox.api.validate.Validation;
import io.slipway.sandbox.store.Admission;
import io.slipway.sandbox.store.CrdSchemas;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StoreReader;
import java.util.Optional;

/** The steps of admission, in their order. */
public final class AdmissionChain implements Admission {

    @Override
    public void admit(StoreReader store, ResourceKind kind, ObjectNode object, Optional<ObjectNode> previous) {
        if (kind.group().equals(ResourceKind.INTERNAL)) {
            return;
        }
        JsonNode schema = CrdSchemas.of(store, kind);
        if (previous.isEmpty()) {
            NamespaceCheck.check(store, kind, object);
        }
        SchemaDefaults.apply(object, schema);
        Defaults.apply(kind, object);
        switch (kind.resource()) {
            case "services" -> ServiceAddresses.complete(store, object, previous);
            case "jobs.batch" -> JobIdentity.complete(object, previous);
            case "pods" -> PodIdentity.complete(object, previous);
            case "persistentvolumeclaims" -> DefaultStorage.complete(store, object, previous);
            default -> {}
        }
        Validation.check(kind, object, previous, schema);
        Quota.check(store, kind, object, previous);
    }
}
