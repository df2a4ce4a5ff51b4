package io.slipway.sandbox.api.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;

/** The version the sandbox behaves like, and that it is a sandbox. */
final class ServerVersion {

    private ServerVersion() {}

    static ObjectNode json() {
        return Json.object()
                .put("major", "1")
                .put("minor", "32")
                .put("gitVersion", "v1.32.0+slipway-sandbox")
                .put("gitCommit", "")
                .put("gitTreeState", "clean")
                .put("buildDate", "2026-01-01T00:00:00Z")
                .put("goVersion", "none: a simulation in Java")
                .put("compiler", "javac")
                .put("platform", "sandbox/jvm");
    }
}
