/** Statements through JDBC, with drivers from a folder of the worker. */
package io.slipway.activities.sql.jdbc;
