/**
 * Expressions: CEL with Kubernetes' quantities and semantic versions, no input or output, no clock, bounded in size and
 * in steps. Deterministic, without logging or threads, so workflows may use it.
 *
 * <p>In scope are {@code params}, {@code target}, {@code each} (or the loop's own name), {@code rollout} and
 * {@code steps}; a dash in a name is written {@code _} in an expression ({@link io.slipway.model.expr.Names}).
 */
package io.slipway.model.expr;
