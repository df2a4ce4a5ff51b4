package io.slipway.activities.cluster.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import org.junit.jupiter.api.Test;

/** Hashes are kept in clusters: what they are made of must stay as it is. */
class FieldHashTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

    private final FieldHash hash = new FieldHash(KEY, "slipway");

    @Test
    void isOfOurFieldsInOrder() {
        JsonNode live = Json.read("""
            {
              "apiVersion": "v1", "kind": "ConfigMap",
              "metadata": { "name": "one", "uid": "u", "labels": { "z": "ours", "b": "ours too", "theirs": "x" },
                "managedFields": [ { "manager": "slipway", "operation": "Apply", "fieldsType": "FieldsV1", "fieldsV1": {
                  "f:metadata": { "f:labels": { "f:z": {}, "f:b": {} } },
                  "f:data": { "f:text": {}, "f:list": {}, "f:number": {} } } } ] },
              "data": { "text": "größer", "other": "theirs", "number": 1.50, "list": [ { "y": null, "x": true } ] }
            }
            """, JsonNode.class);
        assertThat(hash.of(live)).isEqualTo("a52aec51762d9c1636ec82b6ff9eacdc906a8b79835f0522d8743045e5ffaa6a");
    }

    @Test
    void isNothingWhereNothingIsOurs() {
        assertThat(hash.of(Json.read("{ \"metadata\": { \"managedFields\": [] } }", JsonNode.class)))
                .isEmpty();
    }
}
