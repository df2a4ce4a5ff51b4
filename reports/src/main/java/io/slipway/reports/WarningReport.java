package io.slipway.reports;

/**
 * Something that should be known.
 *
 * @param step the step that says so
 * @param warning what it says
 */
public record WarningReport(String step, String warning) {}
