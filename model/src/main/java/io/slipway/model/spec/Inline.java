package io.slipway.model.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component whose type is a sealed interface of records, written in the enclosing block as exactly one of their
 * keys: {@code deploy: {…}} in a step, {@code http: {…}} in a check. The key of a record is its {@link Key} or its
 * simple name with a small first letter. In an {@link java.util.Optional} component none of the keys is allowed too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
