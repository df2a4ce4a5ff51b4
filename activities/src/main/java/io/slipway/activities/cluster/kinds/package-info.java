/** Which kinds the API server serves, and what people call them. */
package io.slipway.activities.cluster.kinds;
