package io.slipway.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a file descriptor is a terminal. The launcher knows and says so by {@code -Dslipway.tty=012}; started without
 * it, Linux tells where the descriptor leads. No native code, which would cost at every start.
 */
final class Tty {
    /** Fields after the name: the process's group, and that in the foreground of its terminal. */
    private static final int GROUP = 2;

    private static final int FOREGROUND = 5;

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

    /**
     * Whether this process is in the background of its terminal, as after {@code &} and below {@code timeout}: the kernel then stops
     * whoever changes how the terminal behaves, and a rollout would stand still without a word. Where it cannot be known it is not.
     */
    static boolean inBackground() {
        try {
            return inBackground(Files.readString(Path.of("/proc/self/stat")));
        } catch (IOException e) {
            return false;
        }
    }

    /** The same from the kernel's line about a process, whose own name may have blanks and brackets. */
    static boolean inBackground(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length <= FOREGROUND) {
            return false;
        }
        String foreground = fields[FOREGROUND];
        return !foreground.equals("-1") && !foreground.equals(fields[GROUP]);
    }
}
