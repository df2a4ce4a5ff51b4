package io.slipway.activities.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Preview;
import java.util.List;

/**
 * What would become of one object.
 *
 * @param object kind and name, as people write them: {@code deployment/web}
 * @param namespace its namespace, or empty
 * @param effect what would happen
 * @param diff unified diff of its YAML before and after, secrets masked; empty when there is none
 * @param problem why the server would refuse it, or empty
 * @param state fingerprint of the object as it is now; empty when there is none, or nothing was read of it
 * @param warnings what the API server warns of
 */
public record ObjectPreview(
        String object,
        String namespace,
        Effect effect,
        String diff,
        String problem,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String state,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {
    public ObjectPreview {
        warnings = List.copyOf(warnings);
    }

    static ObjectPreview of(ObjectRef ref, Effect effect) {
        return of(ref, effect, "");
    }

    static ObjectPreview of(ObjectRef ref, Effect effect, String state) {
        return new ObjectPreview(ref.display(), ref.namespace(), effect, "", "", state, List.of());
    }

    static ObjectPreview of(Preview preview) {
        Effect effect = switch (preview.kind()) {
            case CREATED -> Effect.CREATE;
            case CONFIGURED -> Effect.CHANGE;
            default -> Effect.UNCHANGED;
        };
        return new ObjectPreview(
                preview.ref().display(),
                preview.ref().namespace(),
                effect,
                preview.diff(),
                preview.problem(),
                preview.state(),
                preview.warnings());
    }
}
