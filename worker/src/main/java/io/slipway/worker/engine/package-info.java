/** Rollouts for those who start and follow them: the command line, tests, benchmarks. */
package io.slipway.worker.engine;
