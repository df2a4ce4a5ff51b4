package io.slipway.activities.preview;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Preview;

/**
 * What would become of one object.
 *
 * @param object kind and name, as people write them: {@code deployment/web}
 * @param namespace its namespace, or empty
 * @param effect what would happen
 * @param diff unified diff of its YAML before and after, secrets masked; empty when there is none
 * @param problem why the server would refuse it, or empty
 */
public record ObjectPreview(String object, String namespace, Effect effect, String diff, String problem) {

    static ObjectPreview of(ObjectRef ref, Effect effect) {
        return new ObjectPreview(ref.display(), ref.namespace(), effect, "", "");
    }

    static ObjectPreview of(Preview preview) {
        Effect effect = switch (preview.kind()) {
            case CREATED -> Effect.CREATE;
            case CONFIGURED -> Effect.CHANGE;
            default -> Effect.UNCHANGED;
        };
        return new ObjectPreview(
                preview.ref().display(), preview.ref().namespace(), effect, preview.diff(), preview.problem());
    }
}
