package io.slipway.bench.bed;

/** What a row needs of the test bed. */
public enum Part {
    /** An API server with its controllers. */
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
}
