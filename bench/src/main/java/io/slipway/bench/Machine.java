package io.slipway.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.List;
import java.util.Locale;

/** Facts without which a figure means nothing. */
public final class Machine {
    private Machine() {}

    /** How many processes want the cores, over the last minute. */
    public static String load() {
        return String.format(
                Locale.ROOT,
                "%.2f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** A line each. */
    public static List<String> facts() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                "cores   " + runtime.availableProcessors() + ", load "
                        + load()
                        + " when this began (other work on the machine is in the figures)",
                "jdk     " + System.getProperty("java.vm.name") + " " + Runtime.version(),
                "system  " + system.getName() + " " + system.getVersion() + " " + system.getArch(),
                "heap    at most " + runtime.maxMemory() / (1024 * 1024) + " MB, "
                        + ManagementFactory.getGarbageCollectorMXBeans()
                                .getFirst()
                                .getName());
    }
}
