package io.slipway.model.check;

import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import io.slipway.model.yaml.YamlScalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a guide's index: {@code title}, {@code sections: [{id, title, items}]}, {@code notCarried}, {@code requirements}.
 */
final class GuideReader {
    private final CheckContext context;
    private final String path;

    private GuideReader(CheckContext context, String path) {
        this.context = context;
        this.path = path;
    }

    static Optional<GuideIndex> read(CheckContext context) {
        return context.outline()
                .root()
                .map("guide")
                .flatMap(guide -> guide.scalar("sections"))
                .filter(file -> context.files().find(file.text()) instanceof FileIndex.Paths)
                .flatMap(file -> new GuideReader(context, file.text()).index());
    }

    private Optional<GuideIndex> index() {
        try {
            YamlFile file = YamlReader.read(path, context.folder().read(path));
            file.problems().forEach(problem -> bad(problem.place(), problem.message()));
            if (file.root().isPresent() && file.root().get() instanceof YamlMap root) {
                return Optional.of(index(root));
            }
            if (file.problems().isEmpty()) {
                bad(Place.startOf(path), "the index of a guide is a map with title and sections");
            }
        } catch (IOException e) {
            bad(Place.startOf(path), "the index cannot be read");
        }
        return Optional.empty();
    }

    private GuideIndex index(YamlMap root) {
        List<GuideIndex.Section> sections = new ArrayList<>();
        if (root.list("sections").isEmpty()) {
            bad(root.place(), "the index of a guide has a list of 'sections'");
        }
        for (YamlNode node : root.list("sections")) {
            section(node).ifPresent(section -> {
                if (sections.stream().anyMatch(other -> other.id().equals(section.id()))) {
                    bad(section.place(), "section '" + section.id() + "' is defined twice");
                }
                sections.add(section);
            });
        }
        GuideIndex index = new GuideIndex(
                root.scalar("title").map(YamlScalar::text).orElse(""),
                sections,
                texts(root, "notCarried"),
                lists(root));
        root.map("notCarried").map(YamlMap::entries).orElse(List.of()).stream()
                .filter(entry -> !index.has(entry.key()))
                .forEach(entry -> bad(entry.place(), "there is no '" + entry.key() + "' in the index"));
        index.requirements()
                .forEach((number, references) -> references.stream()
                        .filter(reference -> !index.has(reference))
                        .forEach(reference -> bad(
                                root.map("requirements").map(YamlMap::place).orElseGet(root::place),
                                "requirement " + number + " names '" + reference + "', which is not in the index")));
        return index;
    }

    /** The lists of names under {@code requirements}. */
    private static Map<String, List<String>> lists(YamlMap root) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        root.map("requirements").map(YamlMap::entries).orElse(List.of()).forEach(entry -> {
            if (entry.value() instanceof YamlList list) {
                lists.put(
                        entry.key(),
                        list.elements().stream()
                                .filter(YamlScalar.class::isInstance)
                                .map(element -> ((YamlScalar) element).text())
                                .toList());
            }
        });
        return lists;
    }

    private Optional<GuideIndex.Section> section(YamlNode node) {
        if (node instanceof YamlMap map && map.scalar("id").isPresent()) {
            return Optional.of(new GuideIndex.Section(
                    map.scalar("id").get().text(),
                    map.scalar("title").map(YamlScalar::text).orElse(""),
                    texts(map, "items"),
                    map.place()));
        }
        bad(node.place(), "a section has an 'id', a 'title' and 'items'");
        return Optional.empty();
    }

    private static Map<String, String> texts(YamlMap map, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.map(key).map(YamlMap::entries).orElse(List.of()).forEach(entry -> {
            if (entry.value() instanceof YamlScalar scalar) {
                texts.put(entry.key(), scalar.text());
            }
        });
        return texts;
    }

    private void bad(Place place, String message) {
        context.problem(ProblemCode.BAD_GUIDE, place, message);
    }
}
