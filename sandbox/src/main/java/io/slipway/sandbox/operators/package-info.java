/** What simulated operators share. */
package io.slipway.sandbox.operators;
