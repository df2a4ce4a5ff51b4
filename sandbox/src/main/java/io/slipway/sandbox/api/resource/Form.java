package io.slipway.sandbox.api.resource;

import io.slipway.sandbox.api.http.Exchange;

/** In which form a client wants objects. */
public enum Form {
    /** As they are. */
    OBJECT,
    /** Their metadata only. */
    METADATA,
    /** As a table for people. */
    TABLE;

    /**
     * The first form in the {@code Accept} header that is served.
     *
     * @param exchange the request
     * @return the form, {@link #OBJECT} when the header asks for nothing special
     */
    public static Form of(Exchange exchange) {
        for (String accepted : exchange.header("Accept").split(",", -1)) {
            if (accepted.contains("as=Table") && accepted.contains("v=v1") && !accepted.contains("v=v1beta1")) {
                return TABLE;
            }
            if (accepted.contains("as=PartialObjectMetadata") && accepted.contains("json")) {
                return METADATA;
            }
            if (accepted.strip().equals("application/json")) {
                return OBJECT;
            }
        }
        return OBJECT;
    }
}
