package io.slipway.model.expr;

/** Names of steps and keys as expressions write them. */
public final class Names {
    private Names() {}

    /** The name with each dash, dot or slash as {@code _}: {@code flink-ready} is {@code flink_ready}. */
    public static String inExpressions(String name) {
        return name.replace('-', '_').replace('.', '_').replace('/', '_');
    }
}
