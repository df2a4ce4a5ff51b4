/** Flux: its objects become ready in the order of what they depend on. What they apply is in a ConfigMap that the source names; nothing is fetched. */
package io.slipway.sandbox.flux;
