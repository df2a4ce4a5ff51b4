/** A pipeline as its author wrote it. */
package io.slipway.model.pipeline;
