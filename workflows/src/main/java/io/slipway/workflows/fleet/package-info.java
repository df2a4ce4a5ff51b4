/**
 * The workflow {@code Fleet}: waves of targets, each a rollout of its own that an activity starts and follows. The state
 * is compact and in the fleet's journal, from which both continue-as-new and another process go on.
 */
package io.slipway.workflows.fleet;
