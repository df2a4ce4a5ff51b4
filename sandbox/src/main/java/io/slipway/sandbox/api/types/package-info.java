/** The types of the built-in kinds' fields, and what the API server says when a request does not keep to them. */
package io.slipway.sandbox.api.types;
