/** Rollouts in processes of their own: killed in the middle, and full of secrets. */
package io.slipway.crash;
