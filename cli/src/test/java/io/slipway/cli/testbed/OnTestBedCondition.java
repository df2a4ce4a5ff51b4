package io.slipway.cli.testbed;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides about {@link OnTestBed}. */
final class OnTestBedCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = AnnotationSupport.findAnnotation(context.getTestClass(), OnTestBed.class)
                .flatMap(wanted -> TestBed.missing(wanted.value()));
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("the test bed is up");
        }
        if ("1".equals(System.getenv("SLIPWAY_TESTBED_NEEDED"))) {
            throw new IllegalStateException(missing.get());
        }
        System.out.println("skipped " + context.getDisplayName() + ": " + missing.get());
        return ConditionEvaluationResult.disabled(missing.get());
    }
}
