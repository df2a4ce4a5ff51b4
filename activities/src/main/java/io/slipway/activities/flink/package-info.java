/** Flink's REST API, as far as checks and jobs need it. */
package io.slipway.activities.flink;
