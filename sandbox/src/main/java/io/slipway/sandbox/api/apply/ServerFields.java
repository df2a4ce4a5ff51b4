package io.slipway.sandbox.api.apply;

import java.util.List;

/** The fields that belong to the server and that nobody manages. */
final class ServerFields {

    private static final FieldSet SET = set();

    private ServerFields() {}

    static FieldSet without(FieldSet set) {
        FieldSet rest = set.minus(SET);
        rest.members().remove(Elements.field("metadata"));
        return rest;
    }

    private static FieldSet set() {
        FieldSet set = new FieldSet();
        set.add(Elements.field("apiVersion"));
        set.add(Elements.field("kind"));
        FieldSet metadata = set.below(Elements.field("metadata"));
        List.of(
                        "name",
                        "namespace",
                        "creationTimestamp",
                        "deletionTimestamp",
                        "deletionGracePeriodSeconds",
                        "selfLink",
                        "uid",
                        "generation",
                        "managedFields",
                        "resourceVersion")
                .forEach(name -> metadata.add(Elements.field(name)));
        return set;
    }
}
