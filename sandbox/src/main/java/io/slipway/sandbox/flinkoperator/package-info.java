/**
 * The Flink Kubernetes Operator, as far as its objects can be seen from outside: it deploys clusters of FlinkDeployments in
 * native and standalone mode, submits jobs, and writes the status of release 1.12.
 */
package io.slipway.sandbox.flinkoperator;
