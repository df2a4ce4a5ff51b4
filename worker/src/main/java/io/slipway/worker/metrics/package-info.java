/** What a worker tells of rollouts, steps and checks, for Prometheus and its like. */
package io.slipway.worker.metrics;
