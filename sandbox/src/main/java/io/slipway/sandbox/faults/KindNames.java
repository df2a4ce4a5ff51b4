package io.slipway.sandbox.faults;

import java.util.Locale;
import java.util.Map;

/** Kinds as people write them, brought to one form: singular and lower case. */
final class KindNames {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("po", "pod"),
            Map.entry("deploy", "deployment"),
            Map.entry("sts", "statefulset"),
            Map.entry("ds", "daemonset"),
            Map.entry("rs", "replicaset"),
            Map.entry("svc", "service"),
            Map.entry("cm", "configmap"),
            Map.entry("sa", "serviceaccount"),
            Map.entry("pvc", "persistentvolumeclaim"),
            Map.entry("ns", "namespace"),
            Map.entry("no", "node"),
            Map.entry("bc", "buildconfig"),
            Map.entry("is", "imagestream"),
            Map.entry("quota", "resourcequota"),
            Map.entry("pdb", "poddisruptionbudget"));

    private KindNames() {}

    static String canonical(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT);
        String known = SHORT.getOrDefault(lower, lower);
        boolean plural = known.endsWith("s") && !known.endsWith("ss") && !known.equals("endpoints");
        return plural ? known.substring(0, known.length() - 1) : known;
    }
}
