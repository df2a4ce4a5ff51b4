package io.slipway.activities.helm.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Between revisions and the Secrets that Helm keeps them in: JSON, gzipped, in Base64, and that as a Secret's data. */
final class ReleaseCodec {
    static final String TYPE = "helm.sh/release.v1";

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private ReleaseCodec() {}

    static String secretName(String release, int version) {
        return "sh.helm.release.v1." + release + ".v" + version;
    }

    static ObjectNode secret(Release release) {
        ObjectNode secret = JsonNodeFactory.instance.objectNode();
        secret.put("apiVersion", "v1").put("kind", "Secret").put("type", TYPE);
        ObjectNode metadata = secret.putObject("metadata");
        metadata.put("name", secretName(release.name(), release.version())).put("namespace", release.namespace());
        ObjectNode labels = metadata.putObject("labels");
        labels.put("owner", "helm")
                .put("name", release.name())
                .put("status", release.status().word())
                .put("version", String.valueOf(release.version()))
                .put("modifiedAt", String.valueOf(release.last().getEpochSecond()));
        if (!release.key().isEmpty()) {
            // no label: Helm copies those to the revision of its own rollback
            metadata.putObject("annotations").put(Owner.KEY, release.key());
        }
        String text = Base64.getEncoder().encodeToString(zipped(Json.write(json(release))));
        secret.putObject("data").put("release", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
        return secret;
    }

    private static ObjectNode json(Release release) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("name", release.name()).put("namespace", release.namespace()).put("version", release.version());
        tree.putObject("info")
                .put("first_deployed", release.first().toString())
                .put("last_deployed", release.last().toString())
                .put("deleted", "")
                .put("description", release.description())
                .put("status", release.status().word());
        tree.set("chart", release.chart());
        tree.set("config", release.config());
        tree.put("manifest", release.manifest());
        tree.set("hooks", Json.tree(release.hooks()));
        return tree;
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The revision in a Secret.
     *
     * @throws IllegalArgumentException when it holds none
     */
    static Release read(JsonNode secret) {
        JsonNode tree = Json.read(unzipped(secret), JsonNode.class);
        JsonNode info = tree.path("info");
        return new Release(
                tree.path("name").asText(),
                secret.path("metadata").path("namespace").asText(),
                tree.path("version").asInt(),
                Status.of(info.path("status").asText()),
                info.path("description").asText(""),
                time(info.path("first_deployed")),
                time(info.path("last_deployed")),
                secret.path("metadata").path("annotations").path(Owner.KEY).asText(""),
                tree.path("chart"),
                tree.path("config").isObject() ? tree.path("config") : JsonNodeFactory.instance.objectNode(),
                tree.path("manifest").asText(""),
                tree.path("hooks").valueStream().toList());
    }

    private static String unzipped(JsonNode secret) {
        String text = new String(
                Base64.getDecoder().decode(secret.path("data").path("release").asText("")), UTF_8);
        byte[] bytes = Base64.getDecoder().decode(text);
        boolean plain = bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b;
        try (GZIPInputStream zip = plain ? null : new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(zip == null ? bytes : zip.readNBytes(MOST_BYTES), UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is not gzipped", e);
        }
    }

    private static Instant time(JsonNode text) {
        try {
            return OffsetDateTime.parse(text.asText()).toInstant();
        } catch (DateTimeParseException never) {
            return Instant.EPOCH;
        }
    }
}
