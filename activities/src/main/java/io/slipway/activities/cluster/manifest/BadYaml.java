package io.slipway.activities.cluster.manifest;

import org.snakeyaml.engine.v2.nodes.Node;

/** A manifest that kubectl would not take either, with the line. */
final class BadYaml extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    BadYaml(Node node, String message) {
        super(message);
        this.line = line(node);
    }

    int line() {
        return line;
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
