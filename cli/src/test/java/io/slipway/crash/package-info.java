/** What is left of a rollout whose process is killed in the middle, and what a later process makes of it. */
package io.slipway.crash;
