/** What a pipeline has put on a target: kept in ConfigMaps there, so that what is no longer wanted can be removed. */
package io.slipway.activities.cluster.inventory;
