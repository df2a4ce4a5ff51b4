/**
 * Pure comparison of objects by what a field manager owns, in the terms of server-side apply's {@code managedFields}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Server-Side Apply</a>
 */
package io.slipway.activities.cluster.compare;
