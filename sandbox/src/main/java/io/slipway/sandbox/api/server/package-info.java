/** The HTTP server: who asks, whether it is allowed, what goes wrong by script, who answers, and the audit log. */
package io.slipway.sandbox.api.server;
