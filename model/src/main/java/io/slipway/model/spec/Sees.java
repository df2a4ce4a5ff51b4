package io.slipway.model.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a {@link Late} expression may use beyond {@code params}, {@code steps}, {@code target}, {@code each} and {@code rollout}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Sees {
    /** Names with their CEL types, such as {@code "status: int"}, {@code "body: dyn"}, {@code "lines: list(string)"}. */
    String[] value();
}
