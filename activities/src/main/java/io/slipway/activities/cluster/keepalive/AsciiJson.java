package io.slipway.activities.cluster.keepalive;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * JSON in UTF-8, piece by piece, into JSON that says the same in ASCII (RFC 8259, section 7). Fabric8 decodes each piece of a
 * watch by itself: a letter of several bytes leaves a NUL behind, at which the next event cannot be read, and one that is
 * cut in two is lost.
 */
final class AsciiJson {
    private static final int LAST_OF_ASCII = 0x7f;
    private static final HexFormat HEX = HexFormat.of();

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** What was left of a letter at the end of a piece. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    List<ByteBuffer> next(List<ByteBuffer> pieces) {
        return pieces.stream().map(this::next).toList();
    }

    private ByteBuffer next(ByteBuffer piece) {
        if (!rest.hasRemaining() && isAscii(piece)) {
            return piece;
        }
        ByteBuffer whole = ByteBuffer.allocate(rest.remaining() + piece.remaining());
        whole.put(rest).put(piece).flip();
        CharBuffer letters = CharBuffer.allocate(whole.remaining());
        decoder.decode(whole, letters, false);
        rest = whole.slice();
        StringBuilder ascii = new StringBuilder(letters.position());
        letters.flip().chars().forEach(letter -> add(ascii, letter));
        return StandardCharsets.US_ASCII.encode(ascii.toString());
    }

    private static boolean isAscii(ByteBuffer piece) {
        for (int i = piece.position(); i < piece.limit(); i++) {
            if (piece.get(i) < 0) {
                return false;
            }
        }
        return true;
    }

    private static void add(StringBuilder ascii, int letter) {
        if (letter <= LAST_OF_ASCII) {
            ascii.append((char) letter);
        } else {
            ascii.append("\\u").append(HEX.toHexDigits((char) letter));
        }
    }
}
