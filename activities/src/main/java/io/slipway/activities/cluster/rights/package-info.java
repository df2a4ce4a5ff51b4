/** What steps ask of the API server, declared where it is asked, so that a plan can ask for the rights before. */
package io.slipway.activities.cluster.rights;
