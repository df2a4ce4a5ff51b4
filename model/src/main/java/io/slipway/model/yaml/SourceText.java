package io.slipway.model.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * Bytes as text: UTF-8, no control characters, not too many.
 *
 * @param source the text, when the bytes are one
 * @param problem why they are not
 */
record SourceText(Optional<Source> source, Optional<YamlProblem> problem) {
    static SourceText decode(String file, byte[] bytes, int most) {
        if (bytes.length > most) {
            return refused(YamlProblem.Kind.TOO_LARGE, Place.startOf(file), tooLarge(bytes.length, most));
        }
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            Place place = new Source(file, text).place(text.length());
            return refused(YamlProblem.Kind.ENCODING, place, "this byte is not UTF-8: save the file as UTF-8");
        }
        return checked(new Source(file, text.startsWith("\uFEFF") ? text.substring(1) : text));
    }

    static String tooLarge(long bytes, int most) {
        return "the file has " + bytes + " bytes; the maximum is " + most;
    }

    private static SourceText checked(Source source) {
        String text = source.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\r' && c != '\t')
                    || (c >= 0x7f && c <= 0x9f && c != 0x85)
                    || c == 0xfffe
                    || c == 0xffff) {
                String code = String.format("U+%04X", (int) c);
                return refused(
                        YamlProblem.Kind.ENCODING,
                        source.place(i),
                        "the control character " + code + " is not allowed in YAML; in a quoted text write \\x"
                                + code.substring(4));
            }
        }
        return new SourceText(Optional.of(source), Optional.empty());
    }

    private static SourceText refused(YamlProblem.Kind kind, Place place, String message) {
        return new SourceText(Optional.empty(), Optional.of(new YamlProblem(kind, place, message)));
    }
}
