package io.slipway.model.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record that may also be written as a bare scalar or list, which then is the value of the named key. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ShortForm {
    /** The key that the bare value stands for. */
    String value();

    /** The key that a bare list stands for, where it is not that of a bare scalar. */
    String list() default "";
}
