package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.apply.FieldManagement;
import io.slipway.sandbox.api.defaults.Quantities;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.util.List;
import java.util.Optional;

/** Server-side apply of one object. */
final class Applies {

    /** Somebody may create or delete the object between our look and our write. */
    private static final int TRIES = 5;

    private final ObjectStore store;

    Applies(ObjectStore store) {
        this.store = store;
    }

    void apply(Call call, byte[] body) {
        if (call.exchange().query("fieldManager").isEmpty()) {
            throw required();
        }
        ObjectNode sent = YamlBody.read(body);
        String named = Meta.namespace(sent) + "/" + call.info().name();
        ObjectNode config = Incoming.check(call, sent);
        if (!config.path("metadata").path("managedFields").isEmpty()) {
            throw Refusals.badRequest("metadata.managedFields must be nil");
        }
        Typed.request(call).applied(named, config);
        FieldManagement.strip(config);
        restrict(call, config);
        Quantities.canonical(call.kind(), config);
        for (int left = TRIES; ; left--) {
            try {
                applyOnce(call, config);
                return;
            } catch (StatusException refused) {
                boolean raced = refused.is("AlreadyExists") || (refused.is("NotFound") && createsWhenMissing(call));
                if (!raced || left == 0 || call.exchange().answered()) {
                    throw refused;
                }
            }
        }
    }

    private void applyOnce(Call call, ObjectNode config) {
        FieldManagement fields = Fields.of(store, call);
        FieldManagement.Writer writer = Fields.writer(call);
        boolean force = call.exchange().flag("force");
        if (store.view(call.kind(), call.namespace(), call.info().name()).isEmpty() && createsWhenMissing(call)) {
            forbidPreconditions(call, config);
            ObjectNode created = fields.apply(Optional.empty(), config, writer, force);
            Outgoing.object(call, 201, store.create(call.kind(), created, call.mode()));
            return;
        }
        ObjectNode applied = store.update(
                call.kind(),
                call.namespace(),
                call.info().name(),
                now -> fields.apply(Optional.of(now), config, writer, force),
                call.mode());
        Outgoing.object(call, 200, applied);
    }

    private static boolean createsWhenMissing(Call call) {
        return call.info().subresource().isEmpty();
    }

    /** Whoever names a uid or version means an object that exists. */
    private static void forbidPreconditions(Call call, ObjectNode config) {
        if (!Meta.uid(config).isEmpty() || Meta.version(config) > 0) {
            throw Refusals.conflict(
                    call.kind(),
                    call.info().name(),
                    "uid mismatch: the provided object specified uid %s, and no existing object was found"
                            .formatted(Meta.uid(config)));
        }
    }

    /** The part of the configuration the request is about. */
    private static void restrict(Call call, ObjectNode config) {
        if (call.info().subresource().equals("status")) {
            config.retain("apiVersion", "kind", "metadata", "status");
            Meta.of(config).retain("name", "namespace", "uid", "resourceVersion");
        } else if (call.served().has("status")) {
            config.remove("status");
        }
    }

    private static StatusException required() {
        Status.Cause cause =
                new Status.Cause("FieldValueRequired", "Required value: is required for apply patch", "fieldManager");
        return Refusals.refusal(
                422,
                "Invalid",
                "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch",
                new Status.Details("meta.k8s.io", "PatchOptions", "", "", List.of(cause), 0));
    }
}
