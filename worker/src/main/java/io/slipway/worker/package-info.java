/** The worker module. */
package io.slipway.worker;
