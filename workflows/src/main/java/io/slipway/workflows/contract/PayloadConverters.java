package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.json.Json;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.lang.reflect.Type;
import java.util.Optional;

/** How Slipway's records become Temporal payloads. Client and worker must use the same. */
public final class PayloadConverters {
    /** Nothing above this goes into one payload: a real server refuses more than 2 MB, the embedded one does not. */
    public static final int LARGEST_PAYLOAD = 2 * 1024 * 1024 - 4096;

    private PayloadConverters() {}

    /** The converter for clients, workers and replays. */
    public static DataConverter standard() {
        return DefaultDataConverter.newDefaultInstance().withPayloadConverterOverrides(new Forgiving());
    }

    /** Slipway's JSON; a tree that cannot be read becomes a text, so that the workflow can say what is wrong with it. */
    private static final class Forgiving extends JacksonJsonPayloadConverter {
        Forgiving() {
            super(Json.mapper());
        }

        @Override
        public Optional<Payload> toData(Object value) {
            Optional<Payload> payload = super.toData(value);
            payload.filter(data -> data.getSerializedSize() > LARGEST_PAYLOAD).ifPresent(data -> {
                throw new DataConverterException("a value of " + data.getSerializedSize()
                        + " bytes is above Temporal's limit of 2 MB for one payload: "
                        + value.getClass().getSimpleName());
            });
            return payload;
        }

        @Override
        public <T> T fromData(Payload content, Class<T> valueType, Type genericType) {
            try {
                return super.fromData(content, valueType, genericType);
            } catch (DataConverterException e) {
                if (valueType.isAssignableFrom(TextNode.class) && JsonNode.class.isAssignableFrom(valueType)) {
                    return valueType.cast(TextNode.valueOf(content.getData().toStringUtf8()));
                }
                throw e;
            }
        }
    }
}
