package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads {@code problems.yaml}, when somebody asks. */
final class ProblemDocs {
    private static final String RESOURCE = "problems.yaml";

    private ProblemDocs() {}

    static ProblemDoc of(ProblemCode code) {
        JsonNode doc = Holder.DOCS.path(code.code());
        return new ProblemDoc(text(doc, "title"), text(doc, "explanation"), text(doc, "wrong"), text(doc, "right"));
    }

    private static String text(JsonNode doc, String key) {
        return doc.path(key).asText().strip();
    }

    private static JsonNode read() {
        try (InputStream in = ProblemDocs.class.getResourceAsStream(RESOURCE)) {
            YamlFile file = YamlReader.read(RESOURCE, in.readAllBytes());
            return file.root().map(YamlNode::json).orElseThrow(() -> new IllegalStateException(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final JsonNode DOCS = read();
    }
}
