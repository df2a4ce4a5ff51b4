package io.slipway.activities.cluster.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.compare.ManagedFields;
import io.slipway.activities.cluster.compare.Projection;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.model.json.Json;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hash of the fields that our manager owns: it shows that they changed, but not, by trying values, what a Secret
 * holds. The key is in a Secret beside the inventory.
 */
public final class FieldHash {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final String manager;

    private FieldHash(byte[] key, String manager) {
        this.key = new SecretKeySpec(key, HMAC);
        this.manager = manager;
    }

    /** What the key of an inventory in a namespace asks. */
    public static Calls calls(String namespace) {
        return Calls.on(Cluster.SECRETS, namespace, "get", "create");
    }

    /** The hash of an inventory, its key made when there is none. */
    public static FieldHash of(KubeApi api, InventoryName name, String manager) throws InterruptedException {
        Optional<FieldHash> known = known(api, name, manager);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        try {
            api.create(Cluster.SECRETS, name.namespace(), secret(name, fresh));
            return new FieldHash(fresh, manager);
        } catch (ApiException e) {
            if (e.code() == 409) {
                return known(api, name, manager).orElseThrow(() -> e);
            }
            throw e.passingOrFailure("make secret/" + name.key() + " in namespace " + name.namespace());
        }
    }

    /** The hash of an inventory, or empty when it has no key yet. */
    public static Optional<FieldHash> known(KubeApi api, InventoryName name, String manager)
            throws InterruptedException {
        return api.get(Cluster.SECRETS, name.namespace(), name.key())
                .map(secret -> secret.path("data").path("key").asText(""))
                .filter(text -> !text.isEmpty())
                .map(text -> new FieldHash(Base64.getDecoder().decode(text), manager));
    }

    private static JsonNode secret(InventoryName name, byte[] key) {
        ObjectNode secret = JsonNodeFactory.instance.objectNode();
        secret.put("apiVersion", "v1").put("kind", "Secret").put("type", "Opaque");
        ObjectNode metadata = secret.putObject("metadata");
        metadata.put("name", name.key()).put("namespace", name.namespace());
        metadata.putObject("labels").put(Shard.LABEL, name.label());
        secret.putObject("data").put("key", Base64.getEncoder().encodeToString(key));
        return secret;
    }

    /** The hash of what we own of an object; empty when we own nothing. */
    public String of(JsonNode live) {
        return ManagedFields.applied(live, manager)
                .map(owned -> hmac(canonical(Projection.of(live, owned))))
                .orElse("");
    }

    private static String canonical(ObjectNode part) {
        // by way of maps, whose keys the mapper sorts
        return Json.write(Json.mapper().convertValue(part, Object.class));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
