/** What runs in simulated containers: the contract between the kubelet and the scripted images. */
package io.slipway.sandbox.workloads;
