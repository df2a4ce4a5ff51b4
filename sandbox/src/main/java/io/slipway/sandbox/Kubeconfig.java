package io.slipway.sandbox;

import io.slipway.sandbox.api.http.TokenPath;
import java.net.URI;

/**
 * Writes the kubeconfig of a sandbox. The token stands twice: in the address for kubectl, which sends none over plain
 * HTTP, and where other clients look for it.
 */
final class Kubeconfig {

    private Kubeconfig() {}

    static String of(URI api, String token) {
        return """
                # A simulated cluster inside a JVM: nothing here is real.
                apiVersion: v1
                kind: Config
                current-context: slipway-sandbox
                clusters:
                - name: slipway-sandbox
                  cluster:
                    server: %s
                users:
                - name: sandbox-admin
                  user:
                    token: %s
                contexts:
                - name: slipway-sandbox
                  context:
                    cluster: slipway-sandbox
                    user: sandbox-admin
                    namespace: default
                """.formatted(TokenPath.address(api.toString(), token), token);
    }
}
