package io.slipway.model.check;

import io.slipway.model.pipeline.ParamSpec;
import io.slipway.model.spec.BindException;
import io.slipway.model.spec.Binder;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parameters: their declarations, defaults and profiles. */
final class ParamRule implements Rule {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(PASSWORD|PASSWD|SECRET|TOKEN|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY|CREDENTIAL).*");

    @Override
    public void check(CheckContext context) {
        Map<String, ParamSpec> specs = new LinkedHashMap<>();
        context.section("params")
                .entries()
                .forEach(entry -> spec(entry.value()).ifPresent(spec -> {
                    specs.put(entry.key(), spec);
                    declaration(context, entry, spec);
                }));
        context.section("profiles").entries().forEach(profile -> {
            if (profile.value() instanceof YamlMap values) {
                values.entries().forEach(value -> profileValue(context, profile.key(), value, specs));
            }
        });
    }

    /** A parameter's declaration, when it is without mistakes of shape. */
    static Optional<ParamSpec> spec(YamlNode node) {
        try {
            return Optional.of(Binder.read(ParamSpec.class, node.json()));
        } catch (BindException e) {
            return Optional.empty();
        }
    }

    private static void declaration(CheckContext context, YamlMap.Entry entry, ParamSpec spec) {
        YamlMap node = entry.value() instanceof YamlMap map
                ? map
                : new YamlMap(entry.value().place(), List.of());
        ParamValues.misfit(spec)
                .ifPresent(misfit -> context.problem(
                        ProblemCode.BAD_PARAMETER, entry.place(), "parameter '" + entry.key() + "': " + misfit));
        node.get("default")
                .ifPresent(value -> ParamValues.problem(spec, value.json())
                        .ifPresent(problem -> context.problem(
                                ProblemCode.BAD_DEFAULT,
                                value.place(),
                                "the default of '" + entry.key() + "' " + problem)));
        String env = spec.env().orElse("");
        if (SECRET_NAME.matcher(env).matches() || isSecretName(entry.key(), spec)) {
            context.problem(
                    ProblemCode.SECRET_AS_PARAMETER,
                    node.entry("env").map(YamlMap.Entry::place).orElse(entry.place()),
                    "'" + (env.isEmpty() ? entry.key() : env)
                            + "' looks like a secret: parameters are kept in the history; declare it under 'secrets'");
        }
    }

    private static boolean isSecretName(String name, ParamSpec spec) {
        return spec.env().isPresent() && SECRET_NAME.matcher(name).matches();
    }

    private static void profileValue(
            CheckContext context, String profile, YamlMap.Entry value, Map<String, ParamSpec> specs) {
        ParamSpec spec = specs.get(value.key());
        if (spec == null) {
            if (context.section("params").entry(value.key()).isEmpty()) {
                context.problem(
                        ProblemCode.BAD_PROFILE,
                        value.place(),
                        "profile '" + profile + "' sets '" + value.key() + "', which is not a parameter"
                                + Suggestion.hint(value.key(), specs.keySet()));
            }
            return;
        }
        ParamValues.problem(spec, value.value().json())
                .ifPresent(problem -> context.problem(
                        ProblemCode.BAD_PROFILE,
                        value.value().place(),
                        "in profile '" + profile + "' '" + value.key() + "' " + problem));
    }
}
