package io.slipway.activities.cluster.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * How an object is applied.
 *
 * @param manager the field manager
 * @param force whether fields of other managers are taken over
 * @param dryRun whether nothing is stored
 */
public record ApplyOptions(String manager, boolean force, boolean dryRun) {
    /** Applied in earnest, stopping at other managers' fields. */
    public static ApplyOptions as(String manager) {
        return new ApplyOptions(manager, false, false);
    }

    /** The same, taking fields over. */
    public ApplyOptions forced() {
        return new ApplyOptions(manager, true, dryRun);
    }

    /** The same, storing nothing. */
    public ApplyOptions dry() {
        return new ApplyOptions(manager, force, true);
    }

    /** For patches other than apply, which know no force. */
    String patchQuery() {
        return "?fieldManager=" + URLEncoder.encode(manager, UTF_8) + (dryRun ? "&dryRun=All" : "");
    }

    String query() {
        return "?fieldManager=" + URLEncoder.encode(manager, UTF_8) + "&force=" + force + (dryRun ? "&dryRun=All" : "");
    }
}
