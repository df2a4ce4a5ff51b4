/** The shipped pipelines run whole in the sandbox, and {@code docs/coverage.md} is made of what their reports say. */
package io.slipway.coverage;
