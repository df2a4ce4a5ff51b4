/** The simulated node: starts containers, writes pod status, keeps logs, runs commands, listens on ports. */
package io.slipway.sandbox.kubelet;
