/** The simulation put together: what the sandbox starts to make its cluster move. */
package io.slipway.sandbox.sim;
