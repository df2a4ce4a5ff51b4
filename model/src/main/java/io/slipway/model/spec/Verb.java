package io.slipway.model.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the language knows of a verb beyond its fields. Stands on every record of {@link io.slipway.model.action.Action}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Verb {
    /** A record whose components are the outputs of the verb, with their types. */
    Class<? extends Record> outputs() default NoOutputs.class;

    /** Whether the verb has outputs that are known only at run time; {@code steps.x.anything} is then dynamic. */
    boolean dynamicOutputs() default false;

    /** Whether the verb may change something outside Slipway. */
    boolean changes() default true;

    /** Whether {@code defaults.retry} holds for it: a job or a command is tried once unless its step says otherwise. */
    boolean retries() default true;

    /** Whether it can take back what it did; of other verbs only a step's own {@code undo} can. */
    boolean undo() default false;

    /** A verb without outputs. */
    record NoOutputs() {}
}
