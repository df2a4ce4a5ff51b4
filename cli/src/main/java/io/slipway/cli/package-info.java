/** The cli module. */
package io.slipway.cli;
