package io.slipway.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words in place of what differs from run to run and from cluster to cluster.
 *
 * @param namespace of the row
 */
record VerbMask(String namespace) {
    private static final Map<Pattern, String> MASKS = masks();

    List<String> masked(List<String> lines) {
        return lines.stream()
                .flatMap(line -> line.replace(namespace, "NAMESPACE").lines())
                .map(VerbMask::mask)
                .map(String::stripTrailing)
                .toList();
    }

    private static String mask(String line) {
        String masked = line;
        for (Map.Entry<Pattern, String> mask : MASKS.entrySet()) {
            masked = mask.getKey().matcher(masked).replaceAll(mask.getValue());
        }
        return masked;
    }

    private static Map<Pattern, String> masks() {
        Map<Pattern, String> masks = new LinkedHashMap<>();
        masks.put(Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"), "UID");
        masks.put(Pattern.compile("\\b[0-9a-f]{64}\\b"), "HASH");
        masks.put(Pattern.compile("-20\\d{6}-\\d{6}-[0-9a-f]{3}\\b"), "-ROLLOUT");
        masks.put(Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z"), "TIME");
        masks.put(Pattern.compile("(seconds|duration) = [0-9.E-]+"), "$1 = N");
        masks.put(Pattern.compile("\\b\\d+(\\.\\d+)? ?(ms|s|min|m \\d+ s)\\b"), "N s");
        masks.put(Pattern.compile("Invalid value: \"\\{.*}\":"), "Invalid value: OBJECT:");
        masks.put(Pattern.compile("NAMESPACE\\.apps\\.[a-z.]+\\b"), "NAMESPACE.apps.DOMAIN");
        masks.put(Pattern.compile("(-[0-9a-f]{10}|-[bcdfghjklmnpqrstvwxz2456789]{5,10})+\\b"), "-SUFFIX");
        masks.put(Pattern.compile("plan [0-9a-f]{12}"), "plan HASH");
        masks.put(Pattern.compile("\\bv1\\.\\d+\\.\\d+(\\+[\\w-]+)?"), "VERSION");
        masks.put(Pattern.compile("[0-9.]+ (of 90000 )?cores"), "N $1cores");
        masks.put(Pattern.compile("\\b[0-9.]+Gi free"), "N free");
        masks.put(Pattern.compile("on \\d+ (schedulable )?nodes?"), "on N $1nodes");
        masks.put(Pattern.compile("there (are [a-z-]+(, (?!cause)[a-z-]+)*|is none)"), "there are SOME");
        masks.put(
                Pattern.compile("in container: (.*process: )?(exec: .*\\$PATH)(: unknown)?"),
                "in container: RUNTIME $2");
        masks.put(Pattern.compile("after \\d+ restarts?"), "after N restarts");
        masks.put(Pattern.compile("\\d+/\\d+ nodes"), "NODES");
        masks.put(Pattern.compile("\\b\\d+ (Insufficient|Preemption|No preemption)"), "N $1");
        masks.put(Pattern.compile("\\b\\d+\\.\\d+\\.\\d+\\.\\d+\\b"), "ADDRESS");
        masks.put(Pattern.compile("[\\w.:-]+/testbed/minio:1|busybox:1\\.37|nginx:1\\.27"), "IMAGE");
        return masks;
    }
}
