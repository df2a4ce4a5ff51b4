package io.slipway.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;

/** How plain values get their types. */
public enum Dialect {
    /** YAML 1.2: {@code on} and {@code no} are texts, {@code 0644} too. For pipelines. */
    YAML_1_2,
    /** As kubectl reads: {@code on} is true, {@code 0644} is octal, {@code <<} merges. For manifests. */
    KUBECTL;

    /** The value that a plain text stands for. */
    public JsonNode value(String plain) {
        return PlainValues.of(plain, this);
    }
}
