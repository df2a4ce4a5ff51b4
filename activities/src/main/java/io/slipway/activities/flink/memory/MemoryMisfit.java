package io.slipway.activities.flink.memory;

import java.util.Objects;

/** Memory options that Flink or the container would refuse. The message says by how much they miss. */
public final class MemoryMisfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fix;

    /**
     * A misfit.
     *
     * @param cause which options do not go together, and by how much
     * @param fix what to do
     */
    MemoryMisfit(String cause, String fix) {
        super(cause);
        this.fix = Objects.requireNonNull(fix, "fix");
    }

    /** What to do. */
    public String fix() {
        return fix;
    }
}
