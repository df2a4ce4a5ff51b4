package io.slipway.activities.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that show what a rule says, and the words found in them.
 *
 * @param lines at most a few, each short
 * @param words named groups of the rule's pattern with what they matched first
 */
record Evidence(List<String> lines, Map<String, String> words) {

    private static final int MOST = 5;
    private static final int LONGEST = 300;

    /** Looks through container states, events and logs of a subject, in this order. */
    static Evidence of(Pattern pattern, Subject subject, Map<String, Object> pod) {
        Set<String> lines = new LinkedHashSet<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (String line : candidates(subject, pod)) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                matcher.namedGroups().forEach((name, index) -> {
                    if (matcher.group(index) != null) {
                        words.putIfAbsent(name, matcher.group(index));
                    }
                });
                lines.add(shorten(line));
            }
        }
        return new Evidence(lines.stream().limit(MOST).toList(), words);
    }

    private static List<String> candidates(Subject subject, Map<String, Object> pod) {
        List<String> all = new ArrayList<>();
        for (String list : List.of("waiting", "ended")) {
            for (Object container : (List<?>) pod.get(list)) {
                Map<?, ?> view = (Map<?, ?>) container;
                all.add(view.get("container") + " " + list + ": " + view.get("reason") + " " + view.get("message"));
            }
        }
        for (String field : List.of("unschedulable", "message")) {
            if (!pod.get(field).toString().isBlank()) {
                all.add(pod.get(field).toString());
            }
        }
        for (Map<String, Object> event : subject.eventViews()) {
            all.add("event " + event.get("reason") + ": " + event.get("message"));
        }
        all.addAll(subject.lines());
        return all;
    }

    private static String shorten(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
