/** What is known of Spark's own commands. */
package io.slipway.activities.spark;
