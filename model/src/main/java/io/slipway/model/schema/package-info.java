/** The JSON Schema of pipeline files, for editors. */
package io.slipway.model.schema;
