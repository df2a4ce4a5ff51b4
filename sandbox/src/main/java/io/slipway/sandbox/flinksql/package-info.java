/**
 * A Flink SQL Gateway: its REST API of versions 1 and 2, and a small part of Flink SQL. What it does not know it refuses as
 * the real one refuses what it cannot parse.
 */
package io.slipway.sandbox.flinksql;
