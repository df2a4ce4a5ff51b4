package io.slipway.activities.cluster.manifest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Reads manifests that a program has made: complete, without variables and expressions. */
public final class RenderedManifests {
    private RenderedManifests() {}

    /**
     * The objects of a text.
     *
     * @param source where it comes from, for errors
     * @throws io.slipway.activities.step.StepFailure when it cannot be read, names the place
     */
    public static List<Manifest> read(String source, String text) {
        Substitution none = Substitution.of(List.of(), JsonNodeFactory.instance.objectNode());
        return ManifestReader.read(source, text, none).stream()
                .map(written -> Manifests.whole(Tidy.object(written.tree()), written.place()))
                .toList();
    }
}
