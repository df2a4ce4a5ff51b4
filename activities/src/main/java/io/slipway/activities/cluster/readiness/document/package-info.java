/** Reads Kubernetes objects from text as kubectl does. */
package io.slipway.activities.cluster.readiness.document;
