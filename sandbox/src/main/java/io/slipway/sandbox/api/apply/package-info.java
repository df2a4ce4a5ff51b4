/**
 * Server-side apply: who owns which field, merging, conflicts, and giving fields up. Works as Kubernetes documents it
 * (reference/using-api/server-side-apply), over the list types of the built-in kinds and of CRD schemas.
 */
package io.slipway.sandbox.api.apply;
