package io.slipway.sandbox.api.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Turns a request in Protocol Buffers into the JSON it stands for. */
public final class ProtobufReader {

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int KEY = 1;
    private static final int VALUE = 2;

    private ProtobufReader() {}

    /**
     * Whether a body is in Protocol Buffers.
     *
     * @param body the body of a request
     * @return true when it begins as such bodies do
     */
    public static boolean recognizes(byte[] body) {
        return body.length > MAGIC.length && Arrays.equals(body, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * Reads a body.
     *
     * @param body a body that {@link #recognizes} accepts
     * @return the object
     * @throws StatusException {@code UnsupportedMediaType} for a kind that is not read
     */
    public static ObjectNode read(byte[] body) {
        try {
            ObjectNode envelope =
                    message("Unknown", CodedInputStream.newInstance(body, MAGIC.length, body.length - MAGIC.length));
            String kind = envelope.at("/typeMeta/kind").asText();
            if (!MessageTable.has(kind)) {
                throw unsupported(kind);
            }
            ObjectNode object = (ObjectNode) envelope.get("typeMeta");
            byte[] raw = Base64.getDecoder().decode(envelope.path("raw").asText());
            object.setAll(message(kind, CodedInputStream.newInstance(raw)));
            return object;
        } catch (IOException broken) {
            throw Refusals.badRequest("the body is no valid protocol buffer: " + broken.getMessage());
        }
    }

    private static ObjectNode message(String type, CodedInputStream in) throws IOException {
        ObjectNode object = JSON.objectNode();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            Optional<MessageTable.Field> field = MessageTable.field(type, WireFormat.getTagFieldNumber(tag));
            if (field.isEmpty()) {
                in.skipField(tag);
            } else {
                put(object, field.get(), in);
            }
        }
        return object;
    }

    private static void put(ObjectNode into, MessageTable.Field field, CodedInputStream in) throws IOException {
        switch (field.shape()) {
            case ONE -> {
                JsonNode value = value(field.type(), in);
                if (!value.isTextual() || !value.asText().isEmpty()) {
                    into.set(field.name(), value);
                }
            }
            case LIST -> into.withArray(field.name()).add(value(field.type(), in));
            case MAP -> entry(into.withObject("/" + field.name()), field.type(), in.readBytes());
        }
    }

    private static void entry(ObjectNode into, String type, ByteString bytes) throws IOException {
        CodedInputStream in = bytes.newCodedInput();
        String key = "";
        JsonNode value = JSON.textNode("");
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case KEY -> key = in.readString();
                case VALUE -> value = value(type, in);
                default -> in.skipField(tag);
            }
        }
        into.set(key, value);
    }

    private static JsonNode value(String type, CodedInputStream in) throws IOException {
        return switch (type) {
            case "string" -> JSON.textNode(in.readString());
            case "bytes" -> JSON.textNode(Base64.getEncoder().encodeToString(in.readByteArray()));
            case "int" -> JSON.numberNode(Math.toIntExact(in.readInt64()));
            case "bool" -> JSON.booleanNode(in.readBool());
            case "quantity" -> only(in.readBytes());
            case "intOrString" -> intOrString(in.readBytes());
            default -> message(type, in.readBytes().newCodedInput());
        };
    }

    /** A quantity is a message with one text. */
    private static JsonNode only(ByteString bytes) throws IOException {
        CodedInputStream in = bytes.newCodedInput();
        return in.readTag() == 0 ? JSON.textNode("0") : JSON.textNode(in.readString());
    }

    /** A message with the type, the number and the text; type 1 is text. */
    private static JsonNode intOrString(ByteString bytes) throws IOException {
        CodedInputStream in = bytes.newCodedInput();
        long type = 0;
        long number = 0;
        String text = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> type = in.readInt64();
                case 2 -> number = in.readInt64();
                case 3 -> text = in.readString();
                default -> in.skipField(tag);
            }
        }
        return type == 1 ? JSON.textNode(text) : JSON.numberNode(Math.toIntExact(number));
    }

    private static StatusException unsupported(String kind) {
        String message =
                "the sandbox does not read %s as protocol buffers; send it as JSON (kubectl create -f, kubectl apply)"
                        .formatted(kind);
        return Refusals.refusal(415, "UnsupportedMediaType", message, Status.Details.NONE);
    }
}
