/** The reports module. */
package io.slipway.reports;
