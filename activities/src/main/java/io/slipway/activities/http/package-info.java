/** The verb {@code http}: a request to an address or to a service of the cluster. */
package io.slipway.activities.http;
