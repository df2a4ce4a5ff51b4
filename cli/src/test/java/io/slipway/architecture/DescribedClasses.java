package io.slipway.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Predicates with a sentence of their own. */
final class DescribedClasses {
    private DescribedClasses() {}

    static DescribedPredicate<JavaClass> exceptNamed(String name) {
        return DescribedPredicate.describe(
                "are not " + name, one -> !one.getFullName().equals(name));
    }
}
