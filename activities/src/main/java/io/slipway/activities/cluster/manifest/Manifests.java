package io.slipway.activities.cluster.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.expr.Expressions;
import io.slipway.model.spec.FilePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the manifests of a step, with variables and expressions filled in. */
public final class Manifests {
    private final StepContext context;
    private final Substitution substitution;

    /** Manifests of a step that may use these {@code ${NAME}} variables. */
    public Manifests(StepContext context, List<String> substitute) {
        this.context = context;
        this.substitution = Substitution.of(
                substitute, context.task().scope().getOrDefault("params", JsonNodeFactory.instance.objectNode()));
    }

    /**
     * The objects of files and of objects written in the step itself, in that order.
     *
     * @throws StepFailure when something cannot be read, names the place
     */
    public List<Manifest> read(List<FilePath> files, List<JsonNode> inline) {
        List<Written> written = new ArrayList<>();
        for (FilePath file : files) {
            written.addAll(ManifestReader.read(file.value(), context.file(file.value()), substitution));
        }
        for (int i = 0; i < inline.size(); i++) {
            written.add(inline(inline.get(i), new Place("inline[" + i + "]", 0)));
        }
        List<Manifest> manifests = written.stream().map(this::finished).toList();
        refuseTwice(manifests);
        return manifests;
    }

    private static Written inline(JsonNode tree, Place place) {
        if (tree instanceof ObjectNode object) {
            return new Written(object.deepCopy(), place, List.of());
        }
        throw ManifestReader.bad(place, "an object must be a map with apiVersion, kind and metadata");
    }

    private Manifest finished(Written written) {
        JsonNode resolved = resolve(written);
        if (!(resolved instanceof ObjectNode object)) {
            throw ManifestReader.bad(written.place(), "this is not an object after evaluating its expressions");
        }
        return whole(Tidy.object(object), written.place());
    }

    /** A manifest of a tree that names its object. */
    static Manifest whole(ObjectNode tree, Place place) {
        Manifest manifest = new Manifest(tree, place);
        for (String path : List.of("/apiVersion", "/kind", "/metadata/name")) {
            if (!tree.at(path).isTextual() || tree.at(path).asText().isEmpty()) {
                throw ManifestReader.bad(place, path.substring(1).replace('/', '.') + " is missing or not a text");
            }
        }
        return manifest;
    }

    private JsonNode resolve(Written written) {
        try {
            JsonNode resolved = context.resolve(written.tree());
            written.quoted().forEach(pointer -> keepText(resolved, pointer));
            return resolved;
        } catch (StepFailure e) {
            throw StepFailure.permanent(
                    written.place() + ": " + e.failure().message(),
                    e.failure().cause(),
                    e.failure().fix());
        }
    }

    private static void keepText(JsonNode tree, String pointer) {
        int slash = pointer.lastIndexOf('/');
        String field = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        JsonNode parent = tree.at(pointer.substring(0, slash));
        JsonNode value = tree.at(pointer);
        if (value.isValueNode() && !value.isTextual() && !value.isNull()) {
            TextNode text = TextNode.valueOf(Expressions.text(value));
            if (parent instanceof ObjectNode object) {
                object.set(field, text);
            } else if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(field), text);
            }
        }
    }

    private static void refuseTwice(List<Manifest> manifests) {
        Map<Object, Place> seen = new HashMap<>();
        for (Manifest manifest : manifests) {
            Place before = seen.putIfAbsent(manifest.ref().key(), manifest.place());
            if (before != null) {
                throw ManifestReader.bad(
                        manifest.place(), manifest.ref().place() + " is defined twice; first at " + before);
            }
        }
    }
}
