package io.slipway.sandbox.api;

import java.time.Instant;

/**
 * One request, as the audit log keeps it.
 *
 * @param time when the answer was decided
 * @param verb such as {@code create}
 * @param user who asked, after impersonation
 * @param group the API group
 * @param resource the plural, empty for a request for no resource
 * @param subresource such as {@code status}, empty for none
 * @param namespace the namespace, empty for none
 * @param name the object's name; for a creation the name the object got
 * @param code the HTTP code of the answer; 0 for a connection that was dropped
 * @param userAgent the client
 * @param fieldManager the field manager, empty for none
 * @param dryRun whether nothing was stored
 * @param path the path of the request, without its query
 */
public record AuditEvent(
        Instant time,
        String verb,
        String user,
        String group,
        String resource,
        String subresource,
        String namespace,
        String name,
        int code,
        String userAgent,
        String fieldManager,
        boolean dryRun,
        String path) {

    /**
     * Whether it changed something.
     *
     * @return true for a write that succeeded and was not a dry run
     */
    public boolean wrote() {
        boolean reads = verb.equals("get") || verb.equals("list") || verb.equals("watch");
        return !reads && !dryRun && code >= 200 && code < 300;
    }
}
