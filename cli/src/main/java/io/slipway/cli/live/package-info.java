/**
 * Progress while a rollout runs: a live tree on a terminal, one line for each transition elsewhere. Both only look at a
 * {@link io.slipway.cli.live.LiveView}, so they work the same for embedded rollouts and for those of a server.
 */
package io.slipway.cli.live;
