/** Scripts of SQL: split into statements, with their variables replaced. */
package io.slipway.activities.sql.script;
