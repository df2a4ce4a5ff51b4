/** The API server, spoken to in JSON trees: kinds, paths, requests with bounded retries, and errors that explain themselves. */
package io.slipway.activities.cluster.api;
