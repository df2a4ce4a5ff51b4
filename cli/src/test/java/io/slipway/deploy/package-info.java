/** What {@code deploy/} holds, against the sandbox. */
package io.slipway.deploy;
