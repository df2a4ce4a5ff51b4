/** One cluster as the verbs see it: its API, its kinds, its shared watches. */
package io.slipway.activities.cluster;
