package io.slipway.activities.cluster.apply;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.model.journal.Change;
import java.util.List;

/**
 * What applying one object would do.
 *
 * @param ref the object
 * @param kind created, configured or unchanged
 * @param diff unified diff of the YAML before and after; values of Secrets are not shown; empty when unchanged
 * @param problem why it would be refused, or empty
 * @param state fingerprint of the object as it is now; empty when there is none
 * @param warnings what the API server warns of, such as a deprecated version
 */
public record Preview(
        ObjectRef ref, Change.Kind kind, String diff, String problem, String state, List<String> warnings) {
    public Preview {
        warnings = List.copyOf(warnings);
    }
}
