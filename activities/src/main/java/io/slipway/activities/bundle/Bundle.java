package io.slipway.activities.bundle;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a blob of a sent pipeline holds.
 *
 * @param pipeline name of the pipeline, which is that of its folder
 * @param files path in the folder, with {@code /} → hash of the content
 */
record Bundle(String pipeline, Map<String, String> files) {
    Bundle {
        files = new TreeMap<>(files);
    }
}
