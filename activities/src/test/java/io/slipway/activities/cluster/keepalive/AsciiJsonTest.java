package io.slipway.activities.cluster.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in many writings, cut everywhere. */
class AsciiJsonTest {
    private static final String TEXT =
            "{\"de\": \"größer\", \"cn\": \"数据\", \"emoji\": \"🚢\", \"escaped\": \"\\u00e9 \\\\ü\"}";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 1000})
    void saysTheSame(int pieceLength) {
        AsciiJson ascii = new AsciiJson();
        StringBuilder read = new StringBuilder();
        for (ByteBuffer piece : ascii.next(pieces(pieceLength))) {
            assertThat(StandardCharsets.US_ASCII
                            .newEncoder()
                            .canEncode(StandardCharsets.UTF_8.decode(piece.duplicate())))
                    .isTrue();
            read.append(StandardCharsets.US_ASCII.decode(piece));
        }
        assertThat(Json.read(read.toString(), JsonNode.class)).isEqualTo(Json.read(TEXT, JsonNode.class));
    }

    private static List<ByteBuffer> pieces(int length) {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += length) {
            pieces.add(ByteBuffer.wrap(bytes, from, Math.min(length, bytes.length - from)));
        }
        return pieces;
    }
}
