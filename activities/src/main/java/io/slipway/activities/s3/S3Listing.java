package io.slipway.activities.s3;

import java.util.List;

/**
 * Keys under a prefix.
 *
 * @param keys in the store's order
 * @param complete whether these are all of them
 */
public record S3Listing(List<String> keys, boolean complete) {
    public S3Listing {
        keys = List.copyOf(keys);
    }
}
