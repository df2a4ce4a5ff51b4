package io.slipway.sandbox.api.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.types.TypeCheck.Place;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.Status.Cause;
import io.slipway.sandbox.store.StatusException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a request sends, against the types of its kind. A wrong type is refused. Fields that no type names are taken out;
 * whether that is refused, told or silent is for {@code fieldValidation} to say. Kinds that Kubernetes does not have
 * are not looked at.
 *
 * @param kind the kind of the object
 * @param strict whether a field that no type names is refused
 * @param warn hears of such fields when they are not
 */
public record TypedRequest(ResourceKind kind, boolean strict, Consumer<String> warn) {

    /**
     * Checks a whole object that was sent.
     *
     * @param object the object, which loses its unknown fields
     * @throws StatusException {@code BadRequest} in the words of the decoder
     */
    public void sent(ObjectNode object) {
        decode(
                object,
                why -> Refusals.badRequest("%s in version \"%s\" cannot be handled as a %s: %s"
                        .formatted(kind.kind(), kind.version(), kind.kind(), why)));
    }

    /**
     * Checks what a patch has made of an object.
     *
     * @param object the object, which loses its unknown fields
     * @throws StatusException {@code Invalid}, which names no object
     */
    public void patched(ObjectNode object) {
        decode(object, why -> {
            String message = "Invalid value: \"%s\": %s"
                    .formatted(object.toString().replace("\\", "\\\\").replace("\"", "\\\""), why);
            Cause cause = new Cause("FieldValueInvalid", message, "patch");
            Status.Details details = new Status.Details("", "", "", "", List.of(cause), 0);
            return Refusals.refusal(422, "Invalid", " \"\" is invalid: patch: " + message, details);
        });
    }

    /**
     * Checks a configuration to be applied. Here an unknown field is always refused.
     *
     * @param name the object's name after the namespace that the configuration says, and a slash
     * @param config the configuration
     * @throws StatusException without a reason and with code 500, as the API server has it
     */
    public void applied(String name, ObjectNode config) {
        TypeTable.root(kind).ifPresent(type -> {
            TypeCheck check = new TypeCheck((place, wanted, value) -> {
                if (wanted.equals("bytes") && value.isTextual()) {
                    return; // text to this check; the decoder behind it looks for Base64
                }
                throw untyped(name, "." + place.path() + ": " + expected(wanted, value));
            });
            check.object(type, config);
            if (!check.unknown().isEmpty()) {
                throw untyped(name, "." + check.unknown().getFirst() + ": field not declared in schema");
            }
        });
    }

    private void decode(ObjectNode object, Function<String, StatusException> refusal) {
        TypeTable.root(kind).ifPresent(type -> {
            TypeCheck check = new TypeCheck((place, wanted, value) -> {
                throw refusal.apply(unmarshal(place, wanted, value));
            });
            check.object(type, object);
            if (strict && !check.unknown().isEmpty()) {
                throw refusal.apply(check.unknown().stream()
                        .map(TypedRequest::unknownField)
                        .collect(Collectors.joining(", ", "strict decoding error: ", "")));
            }
            check.unknown().forEach(path -> warn.accept(unknownField(path)));
        });
    }

    private static String unknownField(String path) {
        return "unknown field \"" + path + "\"";
    }

    private static String unmarshal(Place place, String type, JsonNode value) {
        if (type.equals("bytes") && value.isTextual()) {
            return "illegal base64 data at input byte "
                    + Base64Text.illegalAt(value.asText()).orElse(0);
        }
        if (type.equals("quantity") && value.isTextual()) {
            return "quantities must match the regular expression '" + Primitives.QUANTITY + "'";
        }
        return "json: cannot unmarshal %s into Go struct field %s.%s of type %s"
                .formatted(
                        Primitives.goValue(type, value),
                        place.struct().substring(place.struct().lastIndexOf('.') + 1),
                        place.fields(),
                        Primitives.goName(type));
    }

    private StatusException untyped(String name, String why) {
        String message = "failed to create typed patch object (%s; %s, Kind=%s): %s"
                .formatted(name, kind.group().isEmpty() ? "/" + kind.version() : kind.apiVersion(), kind.kind(), why);
        return Refusals.refusal(500, "", message, Status.Details.NONE);
    }

    private static String expected(String type, JsonNode value) {
        String shown = "&value.valueUnstructured{Value:" + value.asText() + "}";
        return switch (type) {
            case "int32", "int64", "float64" -> "expected numeric (int or float), got " + Primitives.goValue("", value);
            case "bool" -> "expected boolean, got " + shown;
            case "string", "bytes", "time" -> "expected string, got " + shown;
            default -> type.startsWith("[]") ? "expected list, got " + shown : "expected map, got " + shown;
        };
    }
}
