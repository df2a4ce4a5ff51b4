package io.slipway.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.slipway.model.json.Json;
import io.slipway.reports.Report;
import io.slipway.reports.fleet.FleetReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Renders the report as JSON: the components of {@link Report} under their names, words in lower case. */
public final class JsonReport {
    private static final ObjectMapper MAPPER = Json.mapper().copy().registerModule(words());

    private JsonReport() {}

    /** The report as a tree, which is also its YAML. */
    public static JsonNode tree(Report report) {
        return MAPPER.valueToTree(report);
    }

    /** The report as indented JSON, with a line end. */
    public static String render(Report report) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report of a fleet as a tree. */
    public static JsonNode tree(FleetReport report) {
        return MAPPER.valueToTree(report);
    }

    /** The report of a fleet as indented JSON, with a line end. */
    public static String render(FleetReport report) {
        return tree(report).toPrettyString() + "\n";
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("slipway-report-words");
        module.addSerializer(new EnumAsWord());
        module.addKeySerializer(Enum.class, new EnumAsKey());
        return module;
    }

    @SuppressWarnings("rawtypes") // Jackson asks for the class itself
    private static final class EnumAsWord extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1L;

        EnumAsWord() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }

    @SuppressWarnings("rawtypes") // Jackson asks for the class itself
    private static final class EnumAsKey extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1L;

        EnumAsKey() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
