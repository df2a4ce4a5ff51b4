package io.slipway.cli.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test against the real servers of the test bed. Where they are not up it is skipped and says why, unless the variable
 * {@code SLIPWAY_TESTBED_NEEDED} is 1: then it fails, so that nobody takes a skipped test for one that passed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("testbed")
@ExtendWith(OnTestBedCondition.class)
@interface OnTestBed {
    /** The parts that the test needs, as {@code testbed/status} takes them. */
    String[] value();
}
