/** Readiness of kinds nobody described, from what controllers usually write, and what holds for every kind. */
package io.slipway.activities.cluster.readiness.general;
