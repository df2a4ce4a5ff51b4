package io.slipway.sandbox.lakefs;

/**
 * A key of the S3 gateway.
 *
 * @param ref branch or commit
 * @param path the object's path; empty when there is nothing behind the branch
 */
record ObjectKey(String ref, String path) {
    static ObjectKey of(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? new ObjectKey(key, "") : new ObjectKey(key.substring(0, slash), key.substring(slash + 1));
    }
}
