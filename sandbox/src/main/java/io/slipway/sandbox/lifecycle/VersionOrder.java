package io.slipway.sandbox.lifecycle;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of API versions by priority: v2, v1, v1beta2, v1beta1, v1alpha1, then all others by name. */
final class VersionOrder {

    static final Comparator<String> BEST_FIRST =
            Comparator.comparingLong(VersionOrder::rank).reversed().thenComparing(Comparator.naturalOrder());

    private static final Pattern FORM = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");
    private static final long STABLE = 3_000_000;
    private static final long BETA = 2_000_000;
    private static final long ALPHA = 1_000_000;
    private static final int MAJOR = 1000;

    private VersionOrder() {}

    private static long rank(String version) {
        Matcher form = FORM.matcher(version);
        if (!form.matches()) {
            return 0;
        }
        long major = Long.parseLong(form.group(1)) * MAJOR;
        if (form.group(2) == null) {
            return STABLE + major;
        }
        long minor = Long.parseLong(form.group(3));
        return (form.group(2).equals("beta") ? BETA : ALPHA) + major + minor;
    }
}
