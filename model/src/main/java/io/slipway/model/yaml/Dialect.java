package io.slipway.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;

/** How plain values get their types. */
public enum Dialect {
    /** YAML 1.2: {@code on} and {@code no} are texts, {@code 0644} too. For pipelines. */
    YAML_1_2(1_000_000, 64, 200_000),
    /**
     * As kubectl reads: {@code on} is true, {@code 0644} is octal, {@code <<} merges. For manifests, which may be the
     * whole of an operator's CustomResourceDefinitions, and for what kubectl printed.
     */
    KUBECTL(32_000_000, 200, 2_000_000);

    private final int maxBytes;
    private final int maxDepth;
    private final int maxNodes;

    Dialect(int maxBytes, int maxDepth, int maxNodes) {
        this.maxBytes = maxBytes;
        this.maxDepth = maxDepth;
        this.maxNodes = maxNodes;
    }

    /** Largest file that is read, in bytes. */
    public int maxBytes() {
        return maxBytes;
    }

    /** Deepest nesting. */
    int maxDepth() {
        return maxDepth;
    }

    /** Most nodes of a file, those that aliases repeat counted again. */
    int maxNodes() {
        return maxNodes;
    }

    /** The value that a plain text stands for. */
    public JsonNode value(String plain) {
        return PlainValues.of(plain, this);
    }
}
