/** What a readiness is, and the view of an object that every rule judges. */
package io.slipway.activities.cluster.readiness.rule;
