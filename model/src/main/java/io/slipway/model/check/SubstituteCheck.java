package io.slipway.model.check;

import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.IdentityHashMap;
import java.util.List;

/** The names under {@code substitute} are parameters and are used. */
final class SubstituteCheck {
    private final CheckContext context;
    private final List<String> params;

    SubstituteCheck(CheckContext context) {
        this.context = context;
        this.params = context.section("params").entries().stream()
                .map(YamlMap.Entry::key)
                .toList();
    }

    void check(IdentityHashMap<YamlMap, List<YamlMap>> byStep) {
        for (Site.Plain site : context.sites(Site.Plain.class)) {
            if (site.field().key().equals("substitute")) {
                site.node()
                        .names()
                        .forEach(name -> name(
                                site.where(),
                                name,
                                byStep.getOrDefault(site.where().step(), List.of())));
            }
        }
    }

    private void name(Where where, YamlScalar name, List<YamlMap> manifests) {
        if (params.contains(name.text())) {
            context.reads(where, List.of(name.text()));
        }
        if (!params.contains(name.text())) {
            Suggestion.nearest(name.text(), params).ifPresent(context.usedParams()::add);
            context.problem(
                    ProblemCode.UNKNOWN_SUBSTITUTION,
                    name.place(),
                    "no parameter for ${" + name.text() + "}" + Suggestion.hint(name.text(), params));
        } else if (!manifests.isEmpty()
                && manifests.stream().noneMatch(object -> has(object, "${" + name.text() + "}"))) {
            context.problem(
                    ProblemCode.UNUSED_SUBSTITUTION,
                    name.place(),
                    "no manifest of this step contains ${" + name.text() + "}");
        }
    }

    private static boolean has(YamlNode node, String text) {
        return switch (node) {
            case YamlMap map -> map.entries().stream().anyMatch(entry -> has(entry.value(), text));
            case YamlList list -> list.elements().stream().anyMatch(element -> has(element, text));
            case YamlScalar scalar -> scalar.text().contains(text);
        };
    }
}
