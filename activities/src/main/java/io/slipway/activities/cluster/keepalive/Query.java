package io.slipway.activities.cluster.keepalive;

import java.net.URI;
import java.util.List;

/** What the query of a request to an API server says about its end. */
final class Query {
    private static final List<String> TRUE = List.of("=true", "=1");

    private Query() {}

    /** A watch, which can begin anew where it was. */
    static boolean watches(URI uri) {
        return says(uri, "watch");
    }

    /** A log that is followed. */
    static boolean follows(URI uri) {
        return says(uri, "follow");
    }

    private static boolean says(URI uri, String name) {
        String query = uri.getRawQuery();
        return query != null
                && List.of(query.split("&", -1)).stream()
                        .anyMatch(part -> TRUE.stream().anyMatch(value -> part.equals(name + value)));
    }
}
