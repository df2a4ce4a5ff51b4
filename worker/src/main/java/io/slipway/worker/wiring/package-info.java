/** Guice modules, one a capability: what a worker is made of. */
package io.slipway.worker.wiring;
