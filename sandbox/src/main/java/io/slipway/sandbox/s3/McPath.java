package io.slipway.sandbox.s3;

/** A path of mc: alias, bucket, key. */
record McPath(String alias, String bucket, String key) {
    static McPath of(String text) {
        String[] parts = text.split("/", 3);
        return new McPath(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    @Override
    public String toString() {
        return alias + "/" + bucket + (key.isEmpty() ? "" : "/" + key);
    }
}
