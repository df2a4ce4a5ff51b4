/** A failure after each step of a shipped pipeline, and what undo leaves. */
package io.slipway.undo;
