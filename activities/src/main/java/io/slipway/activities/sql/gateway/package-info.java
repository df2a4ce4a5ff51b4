/** Statements through a Flink SQL Gateway, over its REST API. */
package io.slipway.activities.sql.gateway;
