/**
 * The verb {@code sql}: statements through Spark SQL in a pod, a Flink SQL Gateway, or JDBC. All statements of a step run in
 * one session, and the rows of each and the one that fails are known.
 */
package io.slipway.activities.sql;
