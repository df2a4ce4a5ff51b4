package io.slipway.model.reference;

import io.slipway.model.check.Checked;
import io.slipway.model.check.GuideIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which steps and checks carry which item of the written guide.
 *
 * @param title title of the guide; empty when the pipeline has none
 * @param sections its sections in order
 */
public record Coverage(String title, List<Section> sections) {
    /**
     * A section.
     *
     * @param id its name in references
     * @param title its title
     * @param carriers steps ({@code step}) and checks ({@code step: check}) that name the section as a whole
     * @param notCarried why nothing carries it, or an empty text
     * @param items its items in order
     */
    public record Section(String id, String title, List<String> carriers, String notCarried, List<Item> items) {
        public Section {
            carriers = List.copyOf(carriers);
            items = List.copyOf(items);
        }
    }

    /**
     * An item.
     *
     * @param reference section/number
     * @param text what it asks for
     * @param carriers steps and checks that carry it
     * @param notCarried why nothing carries it, or an empty text
     */
    public record Item(String reference, String text, List<String> carriers, String notCarried) {
        public Item {
            carriers = List.copyOf(carriers);
        }

        /** Whether something carries it, or a reason is given. */
        public boolean settled() {
            return !carriers.isEmpty() || !notCarried.isEmpty();
        }
    }

    public Coverage {
        sections = List.copyOf(sections);
    }

    /** The coverage of a checked pipeline. */
    public static Coverage of(Checked checked) {
        Optional<GuideIndex> guide = checked.guide();
        if (guide.isEmpty()) {
            return new Coverage("", List.of());
        }
        List<Section> sections = new ArrayList<>();
        guide.get().sections().forEach(section -> sections.add(section(checked, guide.get(), section)));
        return new Coverage(guide.get().title(), sections);
    }

    /** All items in order. */
    public List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    private static Section section(Checked checked, GuideIndex guide, GuideIndex.Section section) {
        String whole = guide.notCarried().getOrDefault(section.id(), "");
        List<String> carriers = checked.carriers().getOrDefault(section.id(), List.of());
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, String> item : section.items().entrySet()) {
            String reference = section.id() + "/" + item.getKey();
            List<String> own = checked.carriers().getOrDefault(reference, List.of());
            items.add(new Item(
                    reference,
                    item.getValue(),
                    own.isEmpty() ? carriers : own,
                    guide.notCarried().getOrDefault(reference, whole)));
        }
        return new Section(section.id(), section.title(), carriers, whole, items);
    }
}
