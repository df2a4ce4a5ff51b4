package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.types.TypedRequest;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import java.util.List;

/** The check of types that a request asks for by {@code fieldValidation}; without it the API server warns. */
final class Typed {

    private static final List<String> KNOWN = List.of("", "Ignore", "Strict", "Warn");

    private Typed() {}

    static TypedRequest request(Call call) {
        String asked = call.exchange().query("fieldValidation").orElse("Warn");
        if (!KNOWN.contains(asked)) {
            throw unsupported(call, asked);
        }
        boolean silent = asked.equals("Ignore");
        return new TypedRequest(call.kind(), asked.equals("Strict"), why -> {
            if (!silent) {
                call.exchange().warn(why);
            }
        });
    }

    static ObjectNode patched(Call call, ObjectNode object) {
        request(call).patched(object);
        return object;
    }

    private static RuntimeException unsupported(Call call, String asked) {
        String options = switch (call.info().verb()) {
            case "create" -> "CreateOptions";
            case "patch" -> "PatchOptions";
            default -> "UpdateOptions";
        };
        String why =
                "Unsupported value: \"%s\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"".formatted(asked);
        Status.Cause cause = new Status.Cause("FieldValueNotSupported", why, "fieldValidation");
        return Refusals.refusal(
                422,
                "Invalid",
                "%s.meta.k8s.io \"\" is invalid: fieldValidation: %s".formatted(options, why),
                new Status.Details("meta.k8s.io", options, "", "", List.of(cause), 0));
    }
}
