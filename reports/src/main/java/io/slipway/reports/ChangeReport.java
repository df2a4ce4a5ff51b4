package io.slipway.reports;

import io.slipway.model.journal.Change;
import java.util.List;

/**
 * A fact about an object.
 *
 * @param kind what was done with it
 * @param step the step that did it
 * @param object the object as {@code kind/name}
 * @param apiVersion of the object
 * @param namespace of the object, or empty
 * @param fields paths of the fields that changed
 */
public record ChangeReport(
        Change.Kind kind, String step, String object, String apiVersion, String namespace, List<String> fields) {

    /** The fact as the step recorded it. */
    static ChangeReport of(String step, Change change) {
        return new ChangeReport(
                change.kind(), step, change.ref(), change.apiVersion(), change.namespace(), change.fields());
    }
}
