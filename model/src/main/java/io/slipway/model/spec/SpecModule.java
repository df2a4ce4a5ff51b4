package io.slipway.model.spec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;

/**
 * Makes Jackson write and read the language's types as pipeline files write them, by the {@link Binder}. A record that
 * belongs to a sealed interface always stands under its key, {@code {"deploy": {…}}}, whatever the declared type, so
 * that a payload can be read back as the interface or as the record.
 */
public final class SpecModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public SpecModule() {
        super("slipway-spec");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new Writers());
        context.addDeserializers(new Readers());
    }

    private static final class Writers extends Serializers.Base {
        @Override
        public JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
            return SpecTypes.isSpec(type.getRawClass()) ? new Writer() : null;
        }
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            return find(type.getRawClass());
        }

        @Override
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription bean) {
            return find(type);
        }

        private static JsonDeserializer<?> find(Class<?> type) {
            return SpecTypes.isSpec(type) ? new Reader(type) : null;
        }
    }

    private static final class Writer extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
            Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
            Shape shape = SpecTypes.unionOf(type).<Shape>map(Shapes::union).orElseGet(() -> Shapes.of(type));
            provider.defaultSerializeValue(TreeWriter.write(shape, value), out);
        }
    }

    private static final class Reader extends JsonDeserializer<Object> {
        private final Class<?> type;

        Reader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode tree = context.readTree(in);
            Shape shape = SpecTypes.unionOf(type).<Shape>map(Shapes::union).orElseGet(() -> Shapes.of(type));
            try {
                Object value = new TreeReader().read(shape, tree, "$");
                return type.cast(value);
            } catch (IllegalArgumentException | ClassCastException e) {
                throw JsonMappingException.from(in, e.getMessage(), e);
            }
        }
    }
}
