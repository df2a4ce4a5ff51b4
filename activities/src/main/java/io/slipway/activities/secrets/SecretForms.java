package io.slipway.activities.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.model.json.Json;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The forms in which a value can turn up in a text: as it is, line by line, in base64 at each of the three alignments
 * in which it can stand inside a longer text, and escaped for URLs, JSON and the shell.
 */
public final class SecretForms {
    private SecretForms() {}

    /** All forms of a value. */
    public static Set<String> of(String value) {
        Set<String> forms = new LinkedHashSet<>();
        plain(value, forms);
        if (value.contains("\n")) {
            value.lines().map(String::strip).filter(SecretForms::telling).forEach(line -> plain(line, forms));
        }
        return forms;
    }

    /** Whether a line of a longer secret gives something away: the frame of a PEM file does not. */
    private static boolean telling(String line) {
        return line.length() >= ValueMasker.SHORTEST && !line.startsWith("-----");
    }

    private static void plain(String value, Set<String> forms) {
        forms.add(value);
        String json = Json.write(value);
        forms.add(json.substring(1, json.length() - 1));
        forms.add(URLEncoder.encode(value, UTF_8));
        forms.add(URLEncoder.encode(value, UTF_8).replace("+", "%20"));
        forms.add(value.replace("'", "'\\''"));
        forms.add(value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("$", "\\$")
                .replace("`", "\\`"));
        byte[] bytes = value.getBytes(UTF_8);
        for (int shift = 0; shift < 3; shift++) {
            String core = base64(bytes, shift);
            forms.add(core);
            forms.add(core.replace('+', '-').replace('/', '_'));
        }
        String whole = Base64.getEncoder().encodeToString(bytes);
        forms.add(whole);
        forms.add(whole.replace('+', '-').replace('/', '_'));
    }

    /** The characters of base64 that depend on the value alone when {@code shift} bytes stand before it. */
    private static String base64(byte[] value, int shift) {
        byte[] shifted = new byte[shift + value.length];
        System.arraycopy(value, 0, shifted, shift, value.length);
        int whole = shifted.length / 3 * 3;
        String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(shifted, whole));
        int first = shift == 0 ? 0 : 4;
        return encoded.length() > first ? encoded.substring(first) : "";
    }
}
