/**
 * The rollout itself: walks a plan durably. Everything here runs inside a Temporal workflow and is replayed, so it has
 * no clock, no random numbers, no threads and no I/O of its own.
 */
package io.slipway.workflows.rollout;
