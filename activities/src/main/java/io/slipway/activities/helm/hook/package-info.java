/** The hooks of charts. */
package io.slipway.activities.helm.hook;
