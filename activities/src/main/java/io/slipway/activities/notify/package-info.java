/** The verb {@code notify}: a message to a webhook, to Slack or by e-mail. */
package io.slipway.activities.notify;
