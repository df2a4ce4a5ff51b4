/** The verb {@code exec}: a command in a pod. */
package io.slipway.activities.exec;
