package io.slipway.model.check;

import io.slipway.model.expr.Template;
import io.slipway.model.pipeline.ParamSpec;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Values that a file gives to the parameters of a pipeline, for a run that nobody watches begin. */
final class GivenParams {
    private final CheckContext context;
    private final YamlMap pipeline;
    private final String whose;
    private final List<YamlMap.Entry> declared;

    /**
     * Values for a pipeline.
     *
     * @param pipeline its file
     * @param whose it as messages name it: {@code pipeline 'x'}
     */
    GivenParams(CheckContext context, YamlMap pipeline, String whose) {
        this.context = context;
        this.pipeline = pipeline;
        this.whose = whose;
        this.declared = entries(pipeline.map("params"));
    }

    /** Names that are no parameters, and values that do not fit. */
    void values(YamlNode given) {
        List<String> known = declared.stream().map(YamlMap.Entry::key).toList();
        for (YamlMap.Entry value : given instanceof YamlMap map ? map.entries() : List.<YamlMap.Entry>of()) {
            if (!known.contains(value.key())) {
                context.problem(
                        ProblemCode.UNKNOWN_PARAMETER,
                        value.place(),
                        whose + " has no parameter '" + value.key() + "'" + Suggestion.hint(value.key(), known));
            } else if (!isTemplated(value.value())) {
                spec(value.key())
                        .flatMap(spec -> ParamValues.problem(
                                spec, ParamValues.typed(spec, value.value().json())))
                        .ifPresent(problem -> context.problem(
                                ProblemCode.BAD_PARAMETER_VALUE,
                                value.value().place(),
                                "'" + value.key() + "' of " + whose + " " + problem));
            }
        }
    }

    /** A profile that is not there. */
    void profile(YamlScalar name) {
        List<String> known = entries(pipeline.map("profiles")).stream()
                .map(YamlMap.Entry::key)
                .toList();
        if (!Template.isIn(name.text()) && !known.contains(name.text())) {
            context.problem(
                    ProblemCode.UNKNOWN_PROFILE,
                    name.place(),
                    whose + " has no profile '" + name.text() + "'" + Suggestion.hint(name.text(), known));
        }
    }

    /** Parameters without a default to which neither the values nor the profile give one, as far as these are known. */
    void missing(Optional<YamlNode> given, Optional<YamlScalar> profile, Place place) {
        boolean open = given.filter(node -> !(node instanceof YamlMap)).isPresent()
                || profile.filter(name -> Template.isIn(name.text())).isPresent();
        if (open) {
            return;
        }
        List<YamlMap.Entry> values =
                new ArrayList<>(entries(given.filter(YamlMap.class::isInstance).map(YamlMap.class::cast)));
        profile.flatMap(name -> pipeline.map("profiles").flatMap(profiles -> profiles.map(name.text())))
                .ifPresent(set -> values.addAll(set.entries()));
        List<String> names = values.stream().map(YamlMap.Entry::key).toList();
        for (YamlMap.Entry param : declared) {
            boolean needed = spec(param.key())
                    .filter(spec -> spec.defaultValue().isEmpty())
                    .isPresent();
            if (needed && !names.contains(param.key())) {
                context.problem(
                        ProblemCode.MISSING_PARAMETER,
                        place,
                        "parameter '" + param.key() + "' of " + whose
                                + " has no default and gets no value here: add it to 'params'");
            }
        }
    }

    private Optional<ParamSpec> spec(String name) {
        return declared.stream()
                .filter(param -> param.key().equals(name))
                .findFirst()
                .flatMap(param -> ParamRule.spec(param.value()));
    }

    private static boolean isTemplated(YamlNode node) {
        AtomicBoolean templated = new AtomicBoolean();
        node.forEachScalar(scalar -> templated.compareAndSet(false, Template.isIn(scalar.text())));
        return templated.get();
    }

    private static List<YamlMap.Entry> entries(Optional<YamlMap> map) {
        return map.map(YamlMap::entries).orElse(List.of());
    }
}
