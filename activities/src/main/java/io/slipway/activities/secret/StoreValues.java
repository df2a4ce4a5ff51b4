package io.slipway.activities.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.secret.store.PemException;
import io.slipway.activities.secret.store.PemStore;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Secret;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Adds key and trust stores to the values of a Secret; one that holds the same as before stays byte for byte. */
final class StoreValues {
    private final Secret action;
    private final SecretValues sources;
    private final JsonNode existing;
    private final StepContext context;

    StoreValues(Secret action, SecretValues sources, JsonNode existing, StepContext context) {
        this.action = action;
        this.sources = sources;
        this.existing = existing;
        this.context = context;
    }

    void addTo(Map<String, String> values, String namespace) throws InterruptedException {
        if (action.truststore().isPresent()) {
            Secret.Truststore wanted = action.truststore().get();
            String pem = sources.text(plain(wanted.certificates(), "certificates"), namespace);
            add(
                    values,
                    wanted.key(),
                    wanted.password(),
                    source(wanted.certificates()),
                    () -> PemStore.trust(wanted.type(), pem));
        }
        if (action.keystore().isPresent()) {
            Secret.Keystore wanted = action.keystore().get();
            String pem = sources.text(plain(wanted.certificates(), "certificates"), namespace);
            String key = sources.text(plain(wanted.privateKey(), "privateKey"), namespace);
            context.masker().learn(key);
            add(
                    values,
                    wanted.key(),
                    wanted.password(),
                    source(wanted.certificates()) + " and " + source(wanted.privateKey()),
                    () -> PemStore.key(wanted.type(), pem, key));
        }
    }

    private interface Making {
        PemStore make() throws PemException;
    }

    private void add(Map<String, String> values, String key, String passwordKey, String source, Making making) {
        String place = "the store '" + key + "' of secret/" + action.name();
        String password = values.get(passwordKey);
        if (password == null) {
            throw StepFailure.permanent(
                    place + " has no password",
                    "the Secret's data has no key " + passwordKey,
                    "add '" + passwordKey + ": { generate: 24 }' to 'data', or name another key as 'password'");
        }
        try {
            PemStore store = making.make();
            store.expired(context.clock().instant())
                    .forEach(subject -> context.recorder()
                            .warning(place + ": the certificate of " + subject + " from " + source
                                    + " is not valid today"));
            char[] secret = decoded(password).toCharArray();
            String known = existing.path("data").path(key).asText("");
            boolean same =
                    password.equals(existing.path("data").path(passwordKey).asText(""))
                            && !known.isEmpty()
                            && store.isSame(Base64.getDecoder().decode(known), secret);
            String stored = same ? known : Base64.getEncoder().encodeToString(store.bytes(secret));
            context.masker().learn(stored);
            values.put(key, stored);
        } catch (PemException wrong) {
            throw StepFailure.permanent(place + " cannot be made from " + source, wrong.getMessage(), wrong.fix());
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), UTF_8);
    }

    private Secret.Value plain(Secret.Value value, String field) {
        if (value.generate().isPresent()) {
            throw StepFailure.permanent(
                    "'" + field + "' of secret/" + action.name() + " cannot be generated",
                    "it is made from PEM",
                    "name a file, another Secret's key, or a secret reference");
        }
        return value;
    }

    private static String source(Secret.Value value) {
        Optional<String> named = value.file().map(file -> "file " + file.value());
        return named.or(() -> value.from().map(other -> "secret/" + other)).orElse("the value given");
    }
}
