package io.slipway.model.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a YAML block or field is for, as {@code slipway explain}, the JSON Schema and the reference pages show it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Doc {
    /** One or two plain sentences. */
    String value();

    /** A YAML value that shows the field in use; empty when the name says it all. */
    String example() default "";
}
