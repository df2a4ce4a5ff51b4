/** Java's key and trust stores, made from PEM. */
package io.slipway.activities.secret.store;
