/** How objects say whose they are: field manager, labels and keys. */
package io.slipway.activities.cluster.owner;
