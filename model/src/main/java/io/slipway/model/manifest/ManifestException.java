package io.slipway.model.manifest;

import io.slipway.model.yaml.Place;

/** A manifest that cannot be used. The message begins with file, line and column. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ManifestException(Place place, String message) {
        super(place + ": " + message, null, false, false);
    }
}
