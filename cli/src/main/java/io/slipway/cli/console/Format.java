package io.slipway.cli.console;

/** How a result is printed. */
public enum Format {
    TEXT,
    JSON,
    YAML
}
