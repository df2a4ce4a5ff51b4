package io.slipway.activities.step;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.Secret;
import io.slipway.activities.secrets.Masker;
import io.slipway.activities.secrets.ValueMasker;
import io.slipway.model.pipeline.SecretSource;
import io.slipway.model.spec.Binder;
import io.slipway.model.spec.SecretRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Puts the values of secrets in place of their markers, in the activity that needs them and nowhere else. */
public final class SecretResolver {
    private final Map<String, JsonNode> sources;
    private final Target target;
    private final String namespace;
    private final Masker masker;
    private final Consumer<String> warnings;
    private final Function<String, String> environment;

    /**
     * A resolver for one step.
     *
     * @param sources the pipeline's {@code secrets} block
     * @param namespace where Kubernetes Secrets are
     * @param warnings told of values too short to be hidden
     * @param environment the worker's environment
     */
    public SecretResolver(
            Map<String, JsonNode> sources,
            Target target,
            String namespace,
            Masker masker,
            Consumer<String> warnings,
            Function<String, String> environment) {
        this.sources = sources;
        this.target = target;
        this.namespace = namespace;
        this.masker = masker;
        this.warnings = warnings;
        this.environment = environment;
    }

    /**
     * A tree with every marker replaced by its value.
     *
     * @throws StepFailure when a secret or a key is not there
     */
    public JsonNode resolve(JsonNode tree) {
        Optional<SecretRef> marker = SecretRef.in(tree);
        if (marker.isPresent()) {
            return TextNode.valueOf(value(marker.get()));
        }
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), resolve(entry.getValue())));
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(resolve(element)));
            return copy;
        }
        return tree;
    }

    private String value(SecretRef ref) {
        JsonNode block = sources.get(ref.secret());
        if (block == null) {
            throw missing(ref, "the pipeline declares no secret '" + ref.secret() + "'", "add it under 'secrets'");
        }
        SecretSource source = Binder.read(SecretSource.class, block);
        String value = source.kubernetes()
                .map(name -> fromCluster(name, ref))
                .or(() -> source.env().map(prefix -> fromEnvironment(prefix, ref)))
                .or(() -> source.file().map(folder -> fromFile(folder, ref)))
                .orElseThrow();
        masker.learn(value);
        if (value.length() < ValueMasker.SHORTEST) {
            warnings.accept("secret '" + ref.secret() + "." + ref.key() + "' has fewer than " + ValueMasker.SHORTEST
                    + " characters and cannot be masked");
        }
        return value;
    }

    private String fromCluster(String name, SecretRef ref) {
        Secret secret =
                target.client().secrets().inNamespace(namespace).withName(name).get();
        if (secret == null) {
            throw missing(ref, "Secret '" + name + "' not found in namespace '" + namespace + "'", "create it");
        }
        String encoded = secret.getData() == null ? null : secret.getData().get(ref.key());
        if (encoded == null) {
            throw missing(ref, "Secret '" + name + "' has no key '" + ref.key() + "'", "add the key");
        }
        return new String(Base64.getDecoder().decode(encoded), UTF_8);
    }

    private String fromEnvironment(String prefix, SecretRef ref) {
        String variable = prefix + "_" + ref.key().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        String value = environment.apply(variable);
        if (value == null) {
            throw missing(ref, "the worker's environment has no variable " + variable, "set it where the worker runs");
        }
        return value;
    }

    private String fromFile(String folder, SecretRef ref) {
        Path root = Path.of(folder).normalize();
        Path file = root.resolve(ref.key()).normalize();
        if (!file.startsWith(root)) {
            throw missing(ref, "key '" + ref.key() + "' leaves its folder", "correct the key");
        }
        try {
            return Files.readString(file, UTF_8).stripTrailing();
        } catch (IOException e) {
            throw missing(ref, "the worker cannot read " + file, "put the file where the worker runs");
        }
    }

    private static StepFailure missing(SecretRef ref, String cause, String fix) {
        return StepFailure.of("secret '" + ref.secret() + "." + ref.key() + "' cannot be resolved", cause, fix);
    }
}
