package io.slipway.bench.bed;

import java.util.List;

/** What a row needs of the test bed. */
public enum Part {
    /** An API server with its controllers; no row wants a node that runs pods. */
    KUBERNETES("kubernetes"),
    /** Pods that nobody runs become ready. */
    KWOK("kwok"),
    /** kapp and helm. */
    PEERS("peers"),
    /** The development server, tuned, its data in a file. */
    TEMPORAL("temporal"),
    /** A server on PostgreSQL. */
    TEMPORAL_POSTGRES("temporal-postgres");

    private final String word;

    Part(String word) {
        this.word = word;
    }

    /** Its name for {@code testbed/up}. */
    public String word() {
        return word;
    }

    /** What of it must be up, as words for {@code testbed/status}. */
    List<String> checked() {
        return this == KUBERNETES ? List.of("apiserver", "controllers") : List.of(word);
    }
}
