package io.slipway.model.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.pipeline.ParamSpec;
import io.slipway.model.spec.Durations;
import io.slipway.model.spec.Quantity;
import io.slipway.model.spec.Scalars;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of parameters against their declarations. */
public final class ParamValues {
    private ParamValues() {}

    /** What keeps a value from being one of the parameter: "must be a whole number and is 'x'"; empty when it fits. */
    public static Optional<String> problem(ParamSpec spec, JsonNode value) {
        if (!isOfType(spec.type(), value)) {
            return Optional.of(
                    "must be " + words(spec.type()) + ", not " + Scalars.describe(value) + unread(spec, value));
        }
        if (!spec.values().isEmpty() && spec.values().stream().noneMatch(one -> same(one, value))) {
            return Optional.of("must be one of "
                    + String.join(
                            ", ", spec.values().stream().map(JsonNode::asText).toList()) + ", not "
                    + Scalars.describe(value));
        }
        return range(spec, value).or(() -> pattern(spec, value));
    }

    /** A text from a command line, an environment or an input as it would be written in YAML, where its type is no text. */
    public static JsonNode typed(ParamSpec spec, JsonNode value) {
        return written(spec, value)
                .filter(yaml -> yaml.problems().isEmpty())
                .flatMap(YamlFile::root)
                .map(YamlNode::json)
                .orElse(value);
    }

    /** Why a text is not the YAML that it should be. */
    private static String unread(ParamSpec spec, JsonNode value) {
        return written(spec, value).stream()
                .flatMap(yaml -> yaml.problems().stream())
                .findFirst()
                .map(problem -> ": " + problem.message())
                .orElse("");
    }

    private static Optional<YamlFile> written(ParamSpec spec, JsonNode value) {
        return switch (spec.type()) {
            case STRING, QUANTITY, DURATION -> Optional.empty();
            case INTEGER, NUMBER, BOOLEAN, LIST, MAP ->
                value.isTextual()
                        ? Optional.of(
                                YamlReader.read("parameters", value.textValue().getBytes(UTF_8)))
                        : Optional.empty();
        };
    }

    /** A fitting value in the form in which expressions see it: numbers of type number are never whole. */
    public static JsonNode normal(ParamSpec spec, JsonNode value) {
        return switch (spec.type()) {
            case NUMBER -> DoubleNode.valueOf(value.doubleValue());
            case QUANTITY, STRING -> value.isTextual() ? value : TextNode.valueOf(value.asText());
            case INTEGER, BOOLEAN, DURATION, LIST, MAP -> value;
        };
    }

    /** What in a declaration does not fit together. */
    static Optional<String> misfit(ParamSpec spec) {
        boolean measurable = measured(spec.type());
        if (!measurable && (spec.min().isPresent() || spec.max().isPresent())) {
            return Optional.of("min and max are for numbers and lists, not for " + words(spec.type()));
        }
        if (spec.pattern().isPresent() && spec.type() != ParamSpec.Type.STRING) {
            return Optional.of("pattern is for texts, not for " + words(spec.type()));
        }
        if (spec.min().isPresent()
                && spec.max().isPresent()
                && spec.min().get() > spec.max().get()) {
            return Optional.of("min is greater than max");
        }
        return spec.values().stream()
                .filter(value -> !isOfType(spec.type(), value))
                .findFirst()
                .map(value -> "the enum's " + Scalars.describe(value) + " is not " + words(spec.type()));
    }

    private static boolean isOfType(ParamSpec.Type type, JsonNode value) {
        return switch (type) {
            case STRING -> value.isTextual() || value.isIntegralNumber() || value.isBoolean();
            case INTEGER -> value.isIntegralNumber() && value.canConvertToLong();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case QUANTITY -> value.isNumber() || (value.isTextual() && reads(() -> new Quantity(value.textValue())));
            case DURATION -> value.isTextual() && reads(() -> Durations.parse(value.textValue()));
            case LIST -> value.isArray();
            case MAP -> value.isObject();
        };
    }

    private static boolean reads(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean measured(ParamSpec.Type type) {
        return switch (type) {
            case INTEGER, NUMBER, LIST -> true;
            case STRING, BOOLEAN, QUANTITY, DURATION, MAP -> false;
        };
    }

    private static Optional<String> range(ParamSpec spec, JsonNode value) {
        if (!measured(spec.type())) {
            return Optional.empty();
        }
        double size = value.isArray() ? value.size() : value.doubleValue();
        String what = value.isArray() ? "must have " : "must be ";
        if (spec.min().isPresent() && size < spec.min().get()) {
            return Optional.of(what + "at least " + plain(spec.min().get())
                    + (value.isArray() ? " elements" : ", not " + value.asText()));
        }
        if (spec.max().isPresent() && size > spec.max().get()) {
            return Optional.of(what + "at most " + plain(spec.max().get())
                    + (value.isArray() ? " elements" : ", not " + value.asText()));
        }
        return Optional.empty();
    }

    private static Optional<String> pattern(ParamSpec spec, JsonNode value) {
        return spec.pattern()
                .filter(pattern -> !matches(pattern.pattern(), value.asText()))
                .map(pattern -> "must match the pattern " + pattern.value() + ", not " + Scalars.describe(value));
    }

    private static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text)).matches();
        } catch (BoundedText.TooLong | StackOverflowError e) {
            return false;
        }
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(other)
                || (one.isNumber() && other.isNumber() && one.doubleValue() == other.doubleValue())
                || (!one.isContainerNode() && one.asText().equals(other.asText()));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static String words(ParamSpec.Type type) {
        return switch (type) {
            case STRING -> "a text";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case QUANTITY -> "a quantity such as 500m or 40Gi";
            case DURATION -> "a duration such as 90s or 10m";
            case LIST -> "a list";
            case MAP -> "a map";
        };
    }
}
