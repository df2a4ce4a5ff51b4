/** What carries a fleet out: its planning, and the rollouts of its targets. */
package io.slipway.worker.fleet;
