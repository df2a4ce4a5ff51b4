/** Commands that carry rollouts out, follow them and decide about them. */
package io.slipway.cli.rollouts;
