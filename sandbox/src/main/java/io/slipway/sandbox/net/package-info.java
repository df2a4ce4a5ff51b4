/** The simulated cluster network: requests, answers, and who listens where. */
package io.slipway.sandbox.net;
