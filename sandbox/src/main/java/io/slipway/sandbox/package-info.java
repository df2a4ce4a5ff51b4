/** The sandbox module. */
package io.slipway.sandbox;
