package io.slipway.sandbox.store;

/** What a deletion does with the objects the deleted one owns. */
public enum Propagation {
    /** The object goes at once, what it owns follows. */
    BACKGROUND("Background"),
    /** What it owns with {@code blockOwnerDeletion} goes first. */
    FOREGROUND("Foreground"),
    /** What it owns stays and loses its owner. */
    ORPHAN("Orphan");

    private final String word;

    Propagation(String word) {
        this.word = word;
    }

    /**
     * The word of {@code propagationPolicy}.
     *
     * @return {@code Background}, {@code Foreground} or {@code Orphan}
     */
    public String word() {
        return word;
    }
}
