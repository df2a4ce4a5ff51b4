/** The table of the rows that need the test bed. */
package io.slipway.bench.table;
