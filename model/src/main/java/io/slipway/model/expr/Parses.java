package io.slipway.model.expr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads expressions without types, for what they mention. */
final class Parses {
    private Parses() {}

    static List<Reference> references(String source) {
        try {
            CelValidationResult result = SafeCompile.parse(source);
            return result.hasError() ? List.of() : ReferenceFinder.in(result.getAst());
        } catch (CelValidationException e) {
            return List.of();
        }
    }

    static Set<Reference> referencesIn(JsonNode tree) {
        Set<Reference> found = new LinkedHashSet<>();
        collect(tree, found);
        return found;
    }

    private static void collect(JsonNode node, Set<Reference> found) {
        if (node.isTextual() && Template.isIn(node.textValue())) {
            Template.of(node.textValue()).codes().forEach(code -> found.addAll(references(code.source())));
        }
        node.forEach(child -> collect(child, found));
    }
}
