/** Commands about the pipeline language: check, schema, verbs, explain, init. */
package io.slipway.cli.language;
