package io.slipway.model.expr;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.SecretRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions that are a reference to a secret: {@code secrets.minio.root_user}, {@code secrets.minio["root-user"]}. */
public final class SecretPath {
    private static final Pattern FORM = Pattern.compile(
            "secrets\\.([A-Za-z_][A-Za-z0-9_]*)(?:\\.([A-Za-z_][A-Za-z0-9_]*)|\\[\\s*(['\"])([^'\"\\\\]+)\\3\\s*\\])");

    private SecretPath() {}

    /**
     * The reference that a whole expression is.
     *
     * @param sources the pipeline's secrets, name → source with {@code keys}; names are found in it with their dashes
     */
    public static Optional<SecretRef> of(String source, JsonNode sources) {
        Matcher parts = FORM.matcher(source.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = written(parts.group(1), sources);
        String key = parts.group(4) != null ? parts.group(4) : written(parts.group(2), keys(sources.path(name)));
        return Optional.of(new SecretRef(name, key));
    }

    private static String written(String name, JsonNode sources) {
        List<String> names = new ArrayList<>();
        sources.fieldNames().forEachRemaining(names::add);
        return written(name, names);
    }

    /** The name with its dashes; as it is when there is one that is just so, or when it could be several. */
    private static String written(String name, List<String> known) {
        List<String> meant = known.stream()
                .filter(candidate -> Names.inExpressions(candidate).equals(name))
                .toList();
        return meant.size() == 1 ? meant.getFirst() : name;
    }

    /** The keys of a source, which may be written as a list or, when there is one, bare. */
    public static List<String> keys(JsonNode source) {
        JsonNode keys = source.path("keys");
        return keys.isTextual()
                ? List.of(keys.textValue())
                : keys.valueStream().map(JsonNode::asText).toList();
    }
}
