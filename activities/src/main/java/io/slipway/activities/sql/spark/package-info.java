/**
 * Statements through {@code spark-sql} in a pod, with a marker row between them, so that the rows of each and the one that
 * fails are known.
 */
package io.slipway.activities.sql.spark;
