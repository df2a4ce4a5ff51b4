/** The arithmetic of ResourceQuotas, before something is changed. */
package io.slipway.activities.cluster.quota;
