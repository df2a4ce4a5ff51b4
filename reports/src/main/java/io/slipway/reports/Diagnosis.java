package io.slipway.reports;

import io.slipway.model.journal.Finding;
import java.util.List;

/**
 * Why a step failed.
 *
 * @param step the step
 * @param message what failed
 * @param object the object concerned as kind/name, or empty
 * @param cause what lies behind it, or empty when unknown
 * @param fix what to do, or empty when unknown
 * @param findings what the diagnosis found, the most telling first
 */
public record Diagnosis(String step, String message, String object, String cause, String fix, List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }
}
