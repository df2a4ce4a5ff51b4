package io.slipway.activities.cluster.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
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

    private static final ObjectWriter CANONICAL = Json.mapper().writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private final Mac mac;
    private final String manager;

    FieldHash(byte[] key, String manager) {
        this.mac = mac(key);
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

    /** In UTF-8, keys in order. */
    private static byte[] canonical(ObjectNode part) {
        try {
            return CANONICAL.writeValueAsBytes(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private synchronized String hmac(byte[] text) {
        return HexFormat.of().formatHex(mac.doFinal(text));
    }
}
