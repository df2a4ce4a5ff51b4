/** A small Spark SQL over Iceberg tables: enough to create, fill, read and look after tables, honest about the rest. */
package io.slipway.sandbox.sparksql;
