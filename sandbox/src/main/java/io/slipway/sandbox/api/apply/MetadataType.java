package io.slipway.sandbox.api.apply;

import java.util.List;
import java.util.Map;

/** The lists of {@code metadata}, the same for every kind. */
final class MetadataType {

    private MetadataType() {}

    static ListShape list(String field) {
        return switch (field) {
            case "finalizers" -> new ListShape.Values();
            case "ownerReferences" -> new ListShape.Keyed(List.of("uid"), Map.of());
            default -> new ListShape.Atomic();
        };
    }
}
