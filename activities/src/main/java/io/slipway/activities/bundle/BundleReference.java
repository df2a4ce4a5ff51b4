package io.slipway.activities.bundle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a pipeline with the hash of its bundle, as {@code shop@sha256:HASH}: the form in which images are named by
 * their content. It may stand wherever a rollout's input names a pipeline.
 *
 * @param pipeline name of the pipeline
 * @param hash of the bundle in the blob store
 */
public record BundleReference(String pipeline, String hash) {
    private static final String MARK = "@sha256:";
    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9-]*)" + MARK + "([0-9a-f]{64})");

    /** Reads one; empty for a plain name, and for what is none. */
    public static Optional<BundleReference> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new BundleReference(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    /** The name of the pipeline that an input means, whether it is sent or the worker's own. */
    public static String pipelineOf(String written) {
        return parse(written).map(BundleReference::pipeline).orElse(written);
    }

    @Override
    public String toString() {
        return pipeline + MARK + hash;
    }
}
