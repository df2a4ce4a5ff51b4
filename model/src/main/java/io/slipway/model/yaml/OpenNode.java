package io.slipway.model.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/** A map or list that is not closed yet. */
final class OpenNode {
    private static final String MERGE = "<<";

    private final CollectionStartEvent event;
    private final Place place;
    private final List<YamlNode> children = new ArrayList<>();
    private int size = 1;

    OpenNode(CollectionStartEvent event, Place place) {
        this.event = event;
        this.place = place;
    }

    CollectionStartEvent event() {
        return event;
    }

    int size() {
        return size;
    }

    void add(TreeBuilder.Sized child) {
        children.add(child.node());
        size += child.size();
    }

    YamlNode node(Dialect dialect, List<YamlProblem> problems) {
        return event.getEventId() == Event.ID.SequenceStart
                ? new YamlList(place, children)
                : new YamlMap(place, entries(dialect, problems));
    }

    private List<YamlMap.Entry> entries(Dialect dialect, List<YamlProblem> problems) {
        Map<String, YamlMap.Entry> own = new LinkedHashMap<>();
        List<YamlNode> merged = new ArrayList<>();
        for (int i = 0; i + 1 < children.size(); i += 2) {
            if (!(children.get(i) instanceof YamlScalar key)) {
                problems.add(new YamlProblem(
                        YamlProblem.Kind.UNSUPPORTED,
                        children.get(i).place(),
                        "a key must be a text, not a map or list. Quote a text that starts with '{{';"
                                + " Slipway's expressions start with '${{'"));
            } else if (dialect == Dialect.KUBECTL && key.text().equals(MERGE)) {
                merged.add(children.get(i + 1));
            } else {
                add(own, new YamlMap.Entry(key.text(), key.place(), children.get(i + 1)), problems);
            }
        }
        merged.forEach(node -> merge(node, own, problems));
        return List.copyOf(own.values());
    }

    private static void add(Map<String, YamlMap.Entry> own, YamlMap.Entry entry, List<YamlProblem> problems) {
        YamlMap.Entry first = own.putIfAbsent(entry.key(), entry);
        if (first != null) {
            problems.add(new YamlProblem(
                    YamlProblem.Kind.DUPLICATE_KEY,
                    entry.place(),
                    "duplicate key '" + entry.key() + "'; first defined on line "
                            + first.place().line()));
        }
    }

    private static void merge(YamlNode node, Map<String, YamlMap.Entry> own, List<YamlProblem> problems) {
        switch (node) {
            case YamlMap map -> map.entries().forEach(entry -> own.putIfAbsent(entry.key(), entry));
            case YamlList list -> list.elements().forEach(element -> merge(element, own, problems));
            case YamlScalar scalar ->
                problems.add(new YamlProblem(
                        YamlProblem.Kind.UNSUPPORTED,
                        scalar.place(),
                        "'<<' takes a map or a list of maps, not " + scalar.describe()));
        }
    }
}
