package io.slipway.sandbox.api;

import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.ObjectStore;
import java.util.function.Supplier;

/**
 * What stands behind the API server.
 *
 * @param store the objects
 * @param kinds the kinds served now
 * @param runtime who runs the pods, asked anew for each request
 * @param subresources who serves the subresources of extensions, asked anew for each request
 * @param faults what goes wrong by script
 * @param audit where every request is written down
 */
public record ApiBackend(
        ObjectStore store,
        KindRegistry kinds,
        Supplier<PodRuntime> runtime,
        Supplier<Subresources> subresources,
        ApiFaults faults,
        AuditLog audit) {}
