package io.slipway.model.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of these keys of a block exactly one must be written, or at most one when {@link #optional}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(OneOf.Several.class)
public @interface OneOf {
    /** The keys, in the order in which a message lists them. */
    String[] value();

    /** Whether none of them may be written. */
    boolean optional() default false;

    /** Holds several {@link OneOf} on one record. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Several {
        /** The constraints, each holding by itself. */
        OneOf[] value();
    }
}
