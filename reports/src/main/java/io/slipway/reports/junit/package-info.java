/** The report as JUnit XML, for CI systems. */
package io.slipway.reports.junit;
