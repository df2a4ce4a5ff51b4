/** The Temporal server of the sandbox, inside the JVM. */
package io.slipway.sandbox.temporal;
