/**
 * What holds for a Kubernetes API server, written so that it can also run against a real one: the tests know an
 * address and a token only. With the system properties {@code contract.api} and {@code contract.token} they use that
 * server, otherwise a sandbox without extensions.
 */
package io.slipway.sandbox.contract;
