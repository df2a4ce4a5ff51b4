/** Ways into the cluster: commands in pods, their logs, and services from outside. */
package io.slipway.activities.cluster.access;
