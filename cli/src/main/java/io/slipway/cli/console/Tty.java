package io.slipway.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a file descriptor is a terminal. The launcher knows and says so by {@code -Dslipway.tty=012}; started without
 * it, Linux tells where the descriptor leads. No native code, which would cost at every start.
 */
final class Tty {
    private Tty() {}

    static boolean is(int descriptor) {
        String told = System.getProperty("slipway.tty");
        if (told != null) {
            return told.contains(Integer.toString(descriptor));
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
