/** Secrets: resolved where they are needed, hidden everywhere else. */
package io.slipway.activities.secrets;
