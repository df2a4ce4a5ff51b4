/** Rollouts carried out by this process: an embedded Temporal server, a worker, and the sandbox or a cluster. */
package io.slipway.cli.engine;
