package io.slipway.cli.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.action.Action;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.Pipeline;
import io.slipway.model.reference.Blocks;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        String first = parts.getFirst();
        Optional<Shape.Block> verb = Optional.ofNullable(verbs().get(first));
        if (verb.isPresent() && parts.size() == 1) {
            return Optional.of(Walk.verb(path, verb.get()));
        }
        Optional<Shape.Block> named =
                verb.or(() -> Optional.ofNullable(Blocks.all().get(first)));
        Walk walk = new Walk(path);
        return named.isEmpty()
                ? walk.from(Shapes.block(Pipeline.class), parts).or(() -> probe(walk, parts))
                : parts.size() == 1
                        ? Optional.of(walk.block(named.get()))
                        : walk.from(named.get(), parts.subList(1, parts.size()));
    }

    private static Map<String, Shape.Block> verbs() {
        return Shapes.union(Action.class).members();
    }

    /** A probe may be named without the check around it, where no verb has its name. */
    private static Optional<Explanation> probe(Walk walk, List<String> parts) {
        return walk.from(Blocks.all().get("check"), parts);
    }

    /** Everything that {@link #of} knows at the first level. */
    static List<String> known() {
        Set<String> names = new LinkedHashSet<>(verbs().keySet());
        names.addAll(Blocks.all().keySet());
        names.addAll(Shapes.block(Pipeline.class).keys());
        names.addAll(Blocks.probes().keySet());
        return List.copyOf(names);
    }

    /** Where a key stands that has no explanation by itself: each block or verb that has it, as {@code block.key}. */
    static List<String> places(String key) {
        return Stream.concat(Blocks.all().entrySet().stream(), verbs().entrySet().stream())
                .filter(one -> one.getValue().keys().contains(key))
                .map(one -> one.getKey() + "." + key)
                .toList();
    }

    JsonNode tree() {
        return Json.tree(this);
    }

    String text() {
        return new ExplanationText(this).text();
    }
}
