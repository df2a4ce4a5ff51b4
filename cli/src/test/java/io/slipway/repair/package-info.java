/** Rollouts that go wrong again and again, and are repaired: nothing is done twice, and the end is that of a clean run. */
package io.slipway.repair;
