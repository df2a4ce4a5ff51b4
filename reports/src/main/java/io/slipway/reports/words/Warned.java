package io.slipway.reports.words;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.slipway.reports.Report;
import io.slipway.reports.WarningReport;
import java.util.LinkedHashMap;
import java.util.List;

/** Warnings for people: what several steps say in the same words is said once. */
public final class Warned {
    private Warned() {}

    /** Each warning with the steps that give it, in the order of the first: {@code a, b: what it says}. */
    public static List<String> lines(Report report) {
        return report.warnings().stream()
                .collect(groupingBy(
                        WarningReport::warning, LinkedHashMap::new, mapping(WarningReport::step, joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + ": " + entry.getKey())
                .toList();
    }
}
