package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.store.Refusals;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The body of an apply: YAML, of which JSON is a part. */
final class YamlBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private YamlBody() {}

    static ObjectNode read(byte[] body) {
        if (JsonLike.test(body)) {
            return object(Json.read(body));
        }
        try {
            Object tree =
                    new Load(LoadSettings.builder().build()).loadFromString(new String(body, StandardCharsets.UTF_8));
            return object(JSON.valueToTree(tree));
        } catch (YamlEngineException wrong) {
            throw Refusals.badRequest("error decoding YAML: " + wrong.getMessage());
        }
    }

    private static ObjectNode object(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw Refusals.badRequest("the body of an apply must be an object");
    }

    /** JSON is read by the JSON reader, which is faster. */
    private static final class JsonLike {
        static boolean test(byte[] body) {
            for (byte one : body) {
                if (!Character.isWhitespace(one)) {
                    return one == '{';
                }
            }
            return false;
        }
    }
}
