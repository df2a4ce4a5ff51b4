package io.slipway.activities.cluster.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.step.StepFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one file: its documents, and the items of Lists. */
final class ManifestFile {
    private static final int LARGEST = 16 * 1024 * 1024;

    private final String file;
    private final Substitution substitution;
    private final List<Written> objects = new ArrayList<>();

    private ManifestFile(String file, Substitution substitution) {
        this.file = file;
        this.substitution = substitution;
    }

    /**
     * The objects of a file, in order.
     *
     * @throws StepFailure when it is not YAML or a document is no object
     */
    static List<Written> read(String file, String text, Substitution substitution) {
        ManifestFile reader = new ManifestFile(file, substitution);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setSchema(new PlainSchema())
                    .setCodePointLimit(LARGEST)
                    .build();
            for (Node document : new Compose(settings).composeAllFromString(text)) {
                reader.take(document);
            }
        } catch (BadYaml e) {
            throw bad(new Place(file, e.line()), e.getMessage());
        } catch (MarkedYamlEngineException e) {
            throw bad(new Place(file, e.getProblemMark().map(Mark::getLine).orElse(-1) + 1), e.getProblem());
        } catch (YamlEngineException e) {
            throw bad(new Place(file, 0), e.getMessage());
        }
        return reader.objects;
    }

    private void take(Node document) {
        if (document instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
            return;
        }
        Optional<SequenceNode> items = items(document);
        if (items.isPresent()) {
            items.get().getValue().forEach(this::take);
            return;
        }
        YamlTree tree = new YamlTree(substitution);
        if (!(tree.of(document) instanceof ObjectNode object)) {
            throw new BadYaml(document, "a manifest must be a map with apiVersion, kind and metadata");
        }
        objects.add(new Written(object, new Place(file, BadYaml.line(document)), tree.quoted()));
    }

    /** The items of a List, whatever its kind's full name is. */
    private static Optional<SequenceNode> items(Node document) {
        if (!(document instanceof MappingNode map)) {
            return Optional.empty();
        }
        boolean list = value(map, "kind")
                .filter(kind ->
                        kind instanceof ScalarNode scalar && scalar.getValue().endsWith("List"))
                .isPresent();
        return list
                ? value(map, "items").filter(SequenceNode.class::isInstance).map(SequenceNode.class::cast)
                : Optional.empty();
    }

    private static Optional<Node> value(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    static StepFailure bad(Place place, String problem) {
        return StepFailure.permanent(
                place + ": " + problem, "the manifest cannot be read as Kubernetes would", "correct it at " + place);
    }
}
