/** Collects what a diagnosis needs from a cluster, and keeps it as a bundle of texts without secrets. */
package io.slipway.activities.diagnosis.collect;
