package io.slipway.activities.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Finds the values of a Secret, in base64 as its {@code data} has them; the masker learns each. */
final class SecretValues {
    /** Annotation with the key of the try that last made values anew. */
    static final String ROTATED = "slipway.io/rotated";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cluster cluster;
    private final StepContext context;
    private final JsonNode existing;
    private final boolean rotate;

    SecretValues(Cluster cluster, StepContext context, JsonNode existing, boolean rotate) {
        this.cluster = cluster;
        this.context = context;
        this.existing = existing;
        // a successor of a lost worker must not rotate a second time
        this.rotate = rotate
                && !existing.path("metadata")
                        .path("annotations")
                        .path(ROTATED)
                        .asText("")
                        .equals(context.task().shortKey());
    }

    Map<String, String> of(Map<String, Secret.Value> data, String namespace) throws InterruptedException {
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, Secret.Value> entry : data.entrySet()) {
            String encoded = value(entry.getKey(), entry.getValue(), namespace);
            context.masker().learn(new String(Base64.getDecoder().decode(encoded), UTF_8));
            values.put(entry.getKey(), encoded);
        }
        return values;
    }

    private String value(String key, Secret.Value value, String namespace) throws InterruptedException {
        if (value.generate().isPresent()) {
            JsonNode known = existing.path("data").path(key);
            return known.isTextual() && !rotate
                    ? known.asText()
                    : encoded(random(value.generate().get()));
        }
        return value.from().isPresent() ? other(value.from().get(), namespace) : encoded(text(value, namespace));
    }

    /** A value that is not generated, as text. */
    String text(Secret.Value value, String namespace) throws InterruptedException {
        if (value.from().isPresent()) {
            return new String(Base64.getDecoder().decode(other(value.from().get(), namespace)), UTF_8);
        }
        return value.file().isPresent()
                ? context.file(value.file().get().value())
                : value.value().orElse("");
    }

    private String other(String from, String namespace) throws InterruptedException {
        int slash = from.indexOf('/');
        String name = from.substring(0, slash);
        String key = from.substring(slash + 1);
        return cluster.api()
                .get(Cluster.SECRETS, namespace, name)
                .map(secret -> secret.path("data").path(key))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElseThrow(() -> StepFailure.of(
                        "secret/" + name + " in namespace " + namespace + " has no key " + key,
                        "it does not exist, or its data lacks the key",
                        "create it before this step, or correct the name"));
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
