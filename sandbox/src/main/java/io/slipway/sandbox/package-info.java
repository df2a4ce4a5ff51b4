/**
 * The sandbox: a Kubernetes API server and a Temporal server inside the JVM. {@link io.slipway.sandbox.Sandbox} starts
 * it; everything that behaves like a controller, a kubelet or a workload plugs in as a
 * {@link io.slipway.sandbox.SandboxExtension}. It is a simulation and never claims to be a cluster.
 */
package io.slipway.sandbox;
