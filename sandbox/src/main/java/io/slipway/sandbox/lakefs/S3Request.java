package io.slipway.sandbox.lakefs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slipway.sandbox.lakefs.Contents.Content;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How S3's clients write what they send and want. */
final class S3Request {
    private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final int CARRIAGE_RETURN = '\r';

    private S3Request() {}

    /** The keys that a request to delete several objects names. */
    static List<String> keysToDelete(SimRequest request) {
        List<String> keys = new ArrayList<>();
        Matcher found = KEY.matcher(request.text());
        while (found.find()) {
            keys.add(found.group(1)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&"));
        }
        return keys;
    }

    /** The key behind its bucket that is to be copied. */
    static Optional<String> copiedKey(SimRequest request) {
        return request.header("x-amz-copy-source")
                .map(source -> URLDecoder.decode(source.replace("+", "%2B"), UTF_8))
                .map(source -> source.replaceFirst("^/?[^/]+/", ""));
    }

    /** What is sent, without the frames and signatures that clients put around each piece of it. */
    static byte[] content(SimRequest request) {
        boolean framed = request.header("x-amz-content-sha256").orElse("").startsWith("STREAMING-");
        return framed ? unframed(request.body()) : request.body();
    }

    /** A frame is its length in hexadecimal digits, perhaps an extension, a line's end, as many bytes, and a line's end. */
    private static byte[] unframed(byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (body[end] != CARRIAGE_RETURN) {
                end++;
            }
            String head = new String(body, at, end - at, UTF_8);
            int length = Integer.parseInt(head.replaceFirst(";.*", ""), 16);
            if (length == 0) {
                break;
            }
            content.write(body, end + 2, length);
            at = end + 2 + length + 2;
        }
        return content.toByteArray();
    }

    /** The object, or the range of it that is wanted. */
    static SimResponse answer(SimRequest request, Content content, String tag) {
        int all = content.bytes().length;
        Map<String, String> headers = new HashMap<>(Map.of(
                "ETag",
                tag,
                "Accept-Ranges",
                "bytes",
                "Content-Type",
                "application/octet-stream",
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(content.modified().atOffset(ZoneOffset.UTC))));
        if (request.method().equals("HEAD")) {
            headers.put("Content-Length", String.valueOf(all));
            return new SimResponse(200, headers, new byte[0]);
        }
        Matcher range = RANGE.matcher(request.header("range").orElse(""));
        if (!range.matches() || Integer.parseInt(range.group(1)) >= all) {
            return new SimResponse(200, headers, content.bytes());
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2).isEmpty() ? all - 1 : (int) Math.min(all - 1L, Long.parseLong(range.group(2)));
        headers.put("Content-Range", "bytes " + from + "-" + to + "/" + all);
        return new SimResponse(206, headers, Arrays.copyOfRange(content.bytes(), from, to + 1));
    }
}
