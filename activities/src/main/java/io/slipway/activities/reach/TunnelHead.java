package io.slipway.activities.reach;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The head of a request to a proxy, up to its empty line. */
final class TunnelHead {
    private static final int MOST = 64 * 1024;
    private static final String END = "\r\n\r\n";

    private TunnelHead() {}

    static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith(END)) {
            int next = in.read();
            if (next < 0 || head.size() > MOST) {
                throw new EOFException("no request");
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    static InputStream stream(String head) {
        return new ByteArrayInputStream(head.getBytes(ISO_8859_1));
    }
}
