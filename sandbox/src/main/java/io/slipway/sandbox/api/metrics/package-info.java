/** What {@code kubectl top} asks for: the resource metrics of pods and nodes. */
package io.slipway.sandbox.api.metrics;
