package io.slipway.model.check;

import io.slipway.model.action.Secret;
import io.slipway.model.expr.Template;
import io.slipway.model.spec.SecretSyntax;
import io.slipway.model.yaml.Place;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the verb {@code secret} makes can be made: its names and keys are such, and its stores have their passwords. Nearly every such block
 * has an expression in it, so that its record cannot tell.
 */
final class SecretRule implements Rule {
    /** Its stores, with the key that each has when none is written, and that of its password. */
    private static final Map<String, List<String>> STORES = Map.of(
            "truststore", List.of("truststore.jks", "truststore-password"),
            "keystore", List.of("keystore.p12", "keystore-password"));

    @Override
    public void check(CheckContext context) {
        context.sites(Site.Block.class).stream()
                .filter(block -> block.shape().type() == Secret.class)
                .forEach(block -> {
                    if (block.node() instanceof YamlMap map) {
                        secret(context, map);
                    }
                });
    }

    private static void secret(CheckContext context, YamlMap secret) {
        plain(secret, "name").ifPresent(name -> tell(context, name.place(), SecretSyntax.nameProblem(name.text())));
        Set<String> keys = new TreeSet<>();
        secret.map("data")
                .ifPresent(data -> data.entries().forEach(entry -> {
                    keys.add(entry.key());
                    tell(context, entry.place(), SecretSyntax.keyProblem(entry.key()));
                }));
        STORES.forEach((kind, defaults) ->
                secret.map(kind).ifPresent(store -> store(context, kind, store, defaults, Set.copyOf(keys))));
    }

    private static void store(
            CheckContext context, String kind, YamlMap store, List<String> defaults, Set<String> data) {
        String key = written(store, "key", defaults.get(0));
        tell(context, place(store, "key"), SecretSyntax.keyProblem(key));
        if (data.contains(key)) {
            problem(
                    context,
                    place(store, "key"),
                    "the " + kind + " and a value of 'data' have the same key '" + key + "'");
        }
        String password = written(store, "password", defaults.get(1));
        if (!Template.isIn(password) && !data.contains(password)) {
            problem(
                    context,
                    place(store, "password"),
                    "the " + kind + " has no password: 'data' has no key '" + password
                            + "'; add it with { generate: 24 }, or name another key as 'password'"
                            + Suggestion.hint(password, data));
        }
        for (String part : List.of("certificates", "privateKey")) {
            store.map(part)
                    .flatMap(value -> value.entry("generate"))
                    .ifPresent(
                            entry -> problem(
                                    context,
                                    entry.place(),
                                    "'" + part + "' of a " + kind
                                            + " cannot be generated: name a file, another Secret's key, or a secret reference"));
        }
    }

    private static String written(YamlMap map, String key, String otherwise) {
        return map.scalar(key).map(YamlScalar::text).orElse(otherwise);
    }

    private static Place place(YamlMap map, String key) {
        return map.scalar(key).map(YamlScalar::place).orElse(map.place());
    }

    private static Optional<YamlScalar> plain(YamlMap map, String key) {
        return map.scalar(key).filter(scalar -> !Template.isIn(scalar.text()));
    }

    private static void tell(CheckContext context, Place place, Optional<String> problem) {
        problem.ifPresent(text -> problem(context, place, text));
    }

    private static void problem(CheckContext context, Place place, String message) {
        context.problem(ProblemCode.BAD_VALUE, place, message);
    }
}
