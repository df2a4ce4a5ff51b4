package io.slipway.model.check;

import io.slipway.model.yaml.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our own index of a written guide.
 *
 * @param title its title
 * @param sections its sections in order
 * @param notCarried section, or section/number → why no step carries it
 * @param requirements number of a requirement → the sections and items that make it up, in the order of the file
 */
public record GuideIndex(
        String title, List<Section> sections, Map<String, String> notCarried, Map<String, List<String>> requirements) {
    /**
     * A section.
     *
     * @param id its name in references
     * @param title its title
     * @param items number → text
     * @param place where it stands in the index
     */
    public record Section(String id, String title, Map<String, String> items, Place place) {
        public Section {
            items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        }
    }

    public GuideIndex {
        sections = List.copyOf(sections);
        notCarried = Map.copyOf(notCarried);
        requirements = Collections.unmodifiableMap(new LinkedHashMap<>(requirements));
    }

    /** The section of that id. */
    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /** Whether a reference, section or section/number, is in the index. */
    public boolean has(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0
                ? section(reference).isPresent()
                : section(reference.substring(0, slash))
                        .filter(section -> section.items().containsKey(reference.substring(slash + 1)))
                        .isPresent();
    }

    /** The references of a requirement; a section stands for itself and all its items. */
    public List<String> referencesOf(String requirement) {
        List<String> all = new ArrayList<>();
        for (String reference : requirements.getOrDefault(requirement, List.of())) {
            all.add(reference);
            section(reference)
                    .ifPresent(section -> section.items().keySet().forEach(item -> all.add(reference + "/" + item)));
        }
        return all;
    }

    /** All references there are. */
    public List<String> references() {
        return sections.stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.id()),
                        section.items().keySet().stream().map(item -> section.id() + "/" + item)))
                .toList();
    }
}
