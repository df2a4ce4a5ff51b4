/** The language as its users look it up: verbs, fields, kinds of problems, coverage of a written guide. */
package io.slipway.model.reference;
