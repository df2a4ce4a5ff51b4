package io.slipway.bench.bed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of a process as the kernel counts it (proc(5)). */
public final class Memory {
    private static final long KIB = 1024;

    private Memory() {}

    /** MiB that it has in memory now. */
    public static int nowMiB(long process) throws IOException {
        return field(process, "VmRSS:");
    }

    /** The most MiB that it ever had in memory. */
    public static int mostMiB(long process) throws IOException {
        return field(process, "VmHWM:");
    }

    private static int field(long process, String name) throws IOException {
        long kib = Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("process " + process + " has no " + name));
        return Math.toIntExact(kib / KIB);
    }
}
