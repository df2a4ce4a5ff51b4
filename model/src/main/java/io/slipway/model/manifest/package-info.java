/** Kubernetes manifests: read as kubectl reads them, checked for what every object must have, filled in. */
package io.slipway.model.manifest;
