/** A fleet: one pipeline over many targets in waves; its file, its plan, and what happened to each target. */
package io.slipway.model.fleet;
