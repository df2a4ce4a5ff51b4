/** Flux: its objects become ready in the order of what they depend on. Sources hold no content, and nothing is applied. */
package io.slipway.sandbox.flux;
