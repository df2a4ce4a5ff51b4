package io.slipway.model.check;

import io.slipway.model.action.Check;
import io.slipway.model.pipeline.Step;
import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** References to the written guide resolve, and every item of it is carried or says why not. */
final class GuideRule implements Rule {
    private final Map<String, List<String>> carriers = new TreeMap<>();
    private Optional<GuideIndex> index = Optional.empty();

    /** The index, once checked. */
    Optional<GuideIndex> index() {
        return index;
    }

    /** Reference → the steps ({@code step}) and checks ({@code step: check}) that carry it. */
    Map<String, List<String>> carriers() {
        return carriers;
    }

    @Override
    public void check(CheckContext context) {
        index = GuideReader.read(context);
        List<Site.Plain> sites = context.sites(Site.Plain.class);
        List<Site.Plain> checks = sites.stream().filter(GuideRule::namesCheck).toList();
        for (Site.Plain site : sites) {
            Class<?> block = site.where().block();
            if (site.field().key().equals("guide") && (block == Step.class || block == Check.class)) {
                String carrier = carrier(context, checks, site);
                site.node().names().forEach(reference -> reference(context, carrier, reference));
            }
        }
        index.ifPresent(guide -> guide.sections().forEach(section -> carried(context, guide, section)));
    }

    private static boolean namesCheck(Site.Plain site) {
        return site.field().key().equals("check") && site.node() instanceof YamlScalar;
    }

    private void reference(CheckContext context, String carrier, YamlScalar reference) {
        carriers.computeIfAbsent(reference.text(), key -> new ArrayList<>()).add(carrier);
        if (index.isEmpty()) {
            if (context.outline().root().get("guide").isEmpty()) {
                context.problem(
                        ProblemCode.UNKNOWN_GUIDE_ITEM,
                        reference.place(),
                        "the pipeline has no 'guide' to which '" + reference.text() + "' could belong");
            }
        } else if (!index.get().has(reference.text())) {
            context.problem(
                    ProblemCode.UNKNOWN_GUIDE_ITEM,
                    reference.place(),
                    "the guide has no '" + reference.text() + "'"
                            + Suggestion.hint(reference.text(), index.get().references()));
        }
    }

    @SuppressWarnings("ReferenceEquality") // a step of the file is itself: two alike are still two
    private static String carrier(CheckContext context, List<Site.Plain> checks, Site.Plain site) {
        String step = context.step(site.where()).map(StepView::name).orElse("");
        if (site.where().block() == Step.class) {
            return step;
        }
        return checks.stream()
                .filter(other -> other.where().step() == site.where().step()
                        && other.node().place().compareTo(site.node().place()) < 0)
                .reduce((first, second) -> second)
                .map(name -> step + ": " + ((YamlScalar) name.node()).text())
                .orElse(step);
    }

    private void carried(CheckContext context, GuideIndex guide, GuideIndex.Section section) {
        if (carriers.containsKey(section.id()) || guide.notCarried().containsKey(section.id())) {
            return;
        }
        List<String> left = section.items().keySet().stream()
                .map(item -> section.id() + "/" + item)
                .filter(item ->
                        !carriers.containsKey(item) && !guide.notCarried().containsKey(item))
                .toList();
        if (!left.isEmpty()) {
            context.problem(
                    ProblemCode.GUIDE_ITEM_NOT_CARRIED,
                    section.place(),
                    "no step covers " + String.join(", ", left)
                            + ": name it in a 'guide', or give the reason under notCarried");
        }
    }
}
