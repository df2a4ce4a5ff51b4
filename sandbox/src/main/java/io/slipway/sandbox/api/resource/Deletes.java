package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Propagation;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.WriteMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes one object or a collection. */
final class Deletes {

    private static final Set<String> PROTECTED = Set.of("default", "kube-system", "kube-public");

    private final ObjectStore store;

    Deletes(ObjectStore store) {
        this.store = store;
    }

    void one(Call call) throws IOException {
        if (call.kind().resource().equals("namespaces")
                && PROTECTED.contains(call.info().name())) {
            throw Refusals.forbidden(call.kind(), call.info().name(), "this namespace may not be deleted");
        }
        JsonNode options = options(call);
        ObjectNode result = store.delete(
                call.kind(), call.namespace(), call.info().name(), deletion(call, options), mode(call, options));
        if (Meta.deleting(result) && held(call, result)) {
            Outgoing.object(call, 200, result);
        } else {
            call.exchange().respond(200, success(call, result));
        }
    }

    void collection(Call call) throws IOException {
        if (call.kind().equals(Kinds.NAMESPACE)) {
            throw Methods.notAllowed();
        }
        JsonNode options = options(call);
        Deletion deletion = deletion(call, options);
        List<ObjectNode> objects = Selection.of(call)
                .from(store.views(call.kind(), call.namespace()).objects());
        for (ObjectNode object : objects) {
            deleteIfThere(call, object, deletion, mode(call, options));
        }
        Outgoing.list(call, objects, store.version(), Optional.empty(), 0);
    }

    private void deleteIfThere(Call call, ObjectNode object, Deletion deletion, WriteMode mode) {
        try {
            store.delete(call.kind(), Meta.namespace(object), Meta.name(object), deletion, mode);
        } catch (StatusException gone) {
            if (!gone.is("NotFound")) {
                throw gone;
            }
        }
    }

    private boolean held(Call call, ObjectNode object) {
        return store.view(call.kind(), call.namespace(), Meta.name(object)).isPresent();
    }

    private static JsonNode options(Call call) throws IOException {
        return call.exchange().bodyObjectIfAny().orElseGet(Json::object);
    }

    private static WriteMode mode(Call call, JsonNode options) {
        return options.path("dryRun").isEmpty() ? call.mode() : WriteMode.DRY_RUN;
    }

    private static Deletion deletion(Call call, JsonNode options) {
        JsonNode preconditions = options.path("preconditions");
        return new Deletion(
                propagation(call, options),
                text(preconditions, "uid"),
                text(preconditions, "resourceVersion"),
                options.path("gracePeriodSeconds").isIntegralNumber()
                        ? Optional.of(options.path("gracePeriodSeconds").asLong())
                        : call.exchange().number("gracePeriodSeconds"));
    }

    /** Jobs deleted without a policy leave their pods: the API server keeps this for old clients. */
    private static Propagation propagation(Call call, JsonNode options) {
        boolean jobs = call.kind().resource().equals("jobs.batch");
        boolean orphan = options.path("orphanDependents").asBoolean(jobs);
        return text(options, "propagationPolicy")
                .or(() -> call.exchange().query("propagationPolicy"))
                .map(Deletes::byWord)
                .orElse(orphan ? Propagation.ORPHAN : Propagation.BACKGROUND);
    }

    private static Propagation byWord(String word) {
        for (Propagation one : Propagation.values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw Refusals.badRequest(
                "propagationPolicy: Unsupported value: \"%s\": supported values: \"Background\", \"Foreground\", \"Orphan\""
                        .formatted(word));
    }

    private static ObjectNode success(Call call, ObjectNode deleted) {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        ObjectNode details = status.put("status", "Success").putObject("details");
        details.put("name", Meta.name(deleted));
        if (!call.kind().group().isEmpty()) {
            details.put("group", call.kind().group());
        }
        details.put("kind", call.kind().plural()).put("uid", Meta.uid(deleted));
        return status;
    }

    private static Optional<String> text(JsonNode from, String field) {
        return from.hasNonNull(field) ? Optional.of(from.get(field).asText()) : Optional.empty();
    }
}
