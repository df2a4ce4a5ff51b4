/** The verb {@code preflight}: what a rollout needs of its target, all of it asked before anything is changed. */
package io.slipway.activities.preflight;
