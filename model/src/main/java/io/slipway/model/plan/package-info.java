/**
 * A pipeline as it will run: parameters resolved, files read and named by their content, order settled. Immutable; the
 * same input gives the same plan and the same hash.
 */
package io.slipway.model.plan;
