/**
 * The verb {@code sql}: statements through Spark SQL in a pod. All statements of a step run in one session of
 * {@code spark-sql}, with a marker row between them, so that the rows of each and the one that fails are known.
 */
package io.slipway.activities.sql;
