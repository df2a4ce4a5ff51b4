/** Exit codes, and errors as people see them: what is wrong and what to do, without a stack trace. */
package io.slipway.cli.error;
