package io.slipway.model.check;

import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Reads {@code needs}. */
final class Needs {
    private Needs() {}

    static Optional<List<YamlScalar>> of(YamlMap node) {
        return node.get("needs").map(value -> switch (value) {
            case YamlList list ->
                list.elements().stream()
                        .filter(YamlScalar.class::isInstance)
                        .map(YamlScalar.class::cast)
                        .toList();
            case YamlScalar scalar -> scalar.json().isNull() ? List.of() : List.of(scalar);
            case YamlMap map -> List.of();
        });
    }
}
