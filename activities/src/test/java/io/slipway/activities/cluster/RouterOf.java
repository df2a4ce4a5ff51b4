package io.slipway.activities.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.step.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The way to the sandbox's router, as it publishes it. */
final class RouterOf {
    private RouterOf() {}

    static Optional<Target.Ingress> sandbox(KubernetesClient client) {
        var published = client.configMaps()
                .inNamespace("openshift-ingress")
                .withName("router-sandbox")
                .get();
        return Optional.ofNullable(published).map(map -> ingress(map.getData()));
    }

    private static Target.Ingress ingress(Map<String, String> data) {
        return new Target.Ingress(
                address(data.get("https")), address(data.get("http")), Optional.of(trusting(data.get("ca.crt"))));
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "router",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the router's certificate cannot be used", e);
        }
    }
}
