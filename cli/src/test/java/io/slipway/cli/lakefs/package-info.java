/** The pipeline spark-lakefs. */
package io.slipway.cli.lakefs;
