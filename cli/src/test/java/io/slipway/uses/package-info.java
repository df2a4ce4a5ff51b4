/** What people do with a rollout, on a Temporal server, and the page that tells of it. */
package io.slipway.uses;
