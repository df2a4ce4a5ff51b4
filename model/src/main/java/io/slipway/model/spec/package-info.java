/**
 * How a record describes its own YAML: the annotations and value types that the reader, the checker, the JSON Schema,
 * {@code slipway explain} and the reference pages all read.
 *
 * <p>Conventions: a component of type {@link java.util.Optional} may be left out; a {@code List} or {@code Map} left
 * out is empty unless {@link io.slipway.model.spec.Required}; a component with {@link io.slipway.model.spec.Default}
 * takes that YAML value; every other component is required. The YAML key is the component's name unless
 * {@link io.slipway.model.spec.Key} says otherwise. Every scalar may be written as an expression
 * <code>${{ }}</code>, except in components marked {@link io.slipway.model.spec.Literal}.
 */
package io.slipway.model.spec;
