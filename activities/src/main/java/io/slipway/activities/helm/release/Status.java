package io.slipway.activities.helm.release;

import java.util.Arrays;
import java.util.Locale;

/** Statuses of a revision, in Helm's words. */
public enum Status {
    /** Nobody knows. */
    UNKNOWN,
    /** It is what runs. */
    DEPLOYED,
    /** It was taken away. */
    UNINSTALLED,
    /** A later one runs. */
    SUPERSEDED,
    /** It did not come up. */
    FAILED,
    /** It is being taken away. */
    UNINSTALLING,
    /** The first one is on its way. */
    PENDING_INSTALL,
    /** One is on its way. */
    PENDING_UPGRADE,
    /** One that goes back is on its way. */
    PENDING_ROLLBACK;

    /** As Helm writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody is, or was, at work on it. */
    public boolean pending() {
        return word().startsWith("pending-");
    }

    static Status of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
