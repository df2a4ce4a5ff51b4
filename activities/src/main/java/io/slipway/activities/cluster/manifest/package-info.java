/** Manifests as kubectl reads them: YAML 1.1 scalars, several documents, Lists; every object knows its file and line. */
package io.slipway.activities.cluster.manifest;
