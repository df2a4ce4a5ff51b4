package io.slipway.reports;

import io.slipway.model.journal.StepStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which steps and checks carried out which section of the guide, and what came of it. */
final class CoverageAssembler {
    private final Map<String, List<StepReport>> steps = new TreeMap<>();
    private final Map<String, List<CheckReport>> checks = new TreeMap<>();

    private CoverageAssembler() {}

    static List<Coverage> coverage(List<StepReport> steps) {
        CoverageAssembler assembler = new CoverageAssembler();
        steps.forEach(assembler::add);
        return assembler.coverage();
    }

    private void add(StepReport step) {
        step.guide().forEach(section -> at(steps, section).add(step));
        for (CheckReport check : step.checks()) {
            check.guide().forEach(section -> at(checks, section).add(check));
        }
    }

    private <T> List<T> at(Map<String, List<T>> map, String section) {
        steps.computeIfAbsent(section, key -> new ArrayList<>());
        return map.computeIfAbsent(section, key -> new ArrayList<>());
    }

    private List<Coverage> coverage() {
        return steps.keySet().stream().map(this::section).toList();
    }

    private Coverage section(String section) {
        List<StepReport> ofSteps = steps.getOrDefault(section, List.of());
        List<CheckReport> ofChecks = checks.getOrDefault(section, List.of());
        return new Coverage(
                section,
                status(ofSteps, ofChecks),
                ofSteps.stream().map(StepReport::step).distinct().toList(),
                ofChecks.stream().map(CheckReport::name).distinct().toList());
    }

    private static Coverage.Status status(List<StepReport> steps, List<CheckReport> checks) {
        boolean failed = checks.stream().anyMatch(CheckReport::failed)
                || steps.stream().anyMatch(step -> step.status() == StepStatus.FAILED);
        if (failed) {
            return Coverage.Status.FAILED;
        }
        boolean done = steps.stream().allMatch(step -> step.status() == StepStatus.SUCCEEDED);
        return done ? Coverage.Status.DONE : Coverage.Status.OPEN;
    }
}
