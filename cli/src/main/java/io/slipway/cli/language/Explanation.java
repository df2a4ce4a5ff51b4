package io.slipway.cli.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.action.Action;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.Pipeline;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place of the language: a verb, a block or a field, with what may stand there.
 *
 * @param path how it is reached, such as {@code deploy.conflicts}
 * @param what a word on the kind of value
 * @param doc what it is for
 * @param example a value that shows it in use, or empty
 * @param presence whether it must be written, and what it is when left out; empty for a verb
 * @param values the words it may be, with what each means; empty unless it is one of several words
 * @param sees names that an expression here may use beyond the usual ones
 * @param fields what may stand below it: key → what it is for
 * @param required keys of those fields that must be written
 * @param outputs what later steps may use: name → what it is; of verbs
 */
record Explanation(
        String path,
        String what,
        String doc,
        String example,
        String presence,
        Map<String, String> values,
        List<String> sees,
        Map<String, String> fields,
        List<String> required,
        Map<String, String> outputs) {

    /** The place that a dotted path leads to, from a verb or from the top of a pipeline file. */
    static Optional<Explanation> of(String path) {
        List<String> parts = Arrays.asList(path.split("\\."));
        Map<String, Shape.Block> verbs = Shapes.union(Action.class).members();
        Shape.Block verb = verbs.get(parts.getFirst());
        return verb == null
                ? new Walk(path).from(Shapes.block(Pipeline.class), parts)
                : parts.size() == 1
                        ? Optional.of(Walk.verb(path, verb))
                        : new Walk(path).from(verb, parts.subList(1, parts.size()));
    }

    /** Everything that {@link #of} knows at the first level. */
    static List<String> known() {
        Map<String, Object> names = new LinkedHashMap<>();
        names.putAll(Shapes.union(Action.class).members());
        names.putAll(Shapes.block(Pipeline.class).keys());
        return List.copyOf(names.keySet());
    }

    JsonNode tree() {
        return Json.tree(this);
    }

    String text() {
        return new ExplanationText(this).text();
    }
}
