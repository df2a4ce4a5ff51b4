/** Kubernetes manifests, read as kubectl reads them, every value with its place. */
package io.slipway.model.manifest;
